// Package report holds the one results model of a run, [Report], and one file per writer:
// HTML in two languages, XLSX, Markdown, JSON, CSV, Parquet and an index of many projects.
//
// A Report is format-free. Its tables name figures by ID, so that every output prints the same
// numbers; a writer formats and never computes. The package refuses to print a number that is
// not a Figure, a figure ID that is not in the report, and anything with the time of day in it
// unless the run was given a time.
//
// From a shell, every format of one project:
//
//	$ efseval run examples/katowice-pal -o out
package report
