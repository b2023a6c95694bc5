// Package warehouse has a database count where the data already are, and turns its answer into
// the same table that package indicators gives.
package warehouse
