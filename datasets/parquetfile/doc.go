// Package parquetfile reads the flat columns of a Parquet file as a stream of batches.
//
// Only the columns that the profile names are read from the disk. Texts, whole numbers, real
// numbers, decimals, dates, timestamps and booleans are understood; NaN is missing, as in the
// files that data-frame programs write. Rows count from 1.
//
// The columns of a block of rows are read on all cores, whatever the size of the row groups, so
// that memory does not grow with them. A value of a dictionary is typed once.
//
// It refuses nested columns and other types where the profile asks for them, and damaged or
// cut-off files. No bytes make it panic: a panic of the library it stands on becomes an error.
package parquetfile
