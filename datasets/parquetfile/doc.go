// Package parquetfile reads the flat columns of a Parquet file as a stream of batches.
//
// Only the columns that the profile names are read from the disk. Texts, whole numbers, real
// numbers, decimals, dates, timestamps, times of day, UUIDs and truth values are understood, in
// every encoding and codec of the format but LZO and the framed LZ4; NaN is missing, as in the
// files that data-frame programs write. Rows count from 1.
//
// How a file is read:
//
//  1. The footer is walked over before memory is made for what it claims; then the library
//     github.com/parquet-go/parquet-go decodes it.
//  2. Row groups are cut into blocks of rows. A column of a block is filled once the block before
//     it in the row group has that column, so that all cores are busy whether row groups are small
//     or large. Batches come in the order of the file, and hold the same on any number of cores.
//  3. Pages are read here: numbers of a dictionary, whose values are typed once, are looked up as
//     they are unpacked; plain texts are taken over with their lengths. Other encodings of values
//     are decoded by the library.
//
// Memory does not grow with the rows: for each column there are as many pages as row groups can
// be under way, two for each core and two more, and as many blocks of rows. A page of more than a
// gigabyte is refused.
//
// It refuses nested columns and types that carry no value of a field where the profile asks for
// them, encrypted files, and damaged or cut-off ones. No bytes make it panic: a panic of the
// library becomes an error.
package parquetfile
