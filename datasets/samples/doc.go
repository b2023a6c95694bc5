// Package samples makes the exports of the five example programmes: made-up people with known
// truth, so that every total a programme published comes out exactly and every figure of a
// report can be checked against the record it was counted from.
//
// The way of an example:
//
//  1. A seeded draw (PCG, one fixed seed a programme) deals out attributes from decks that hold
//     the exact number of each value, so totals are exact and never a matter of luck.
//  2. The people stand in canonical words (the codes of datasets/schemas).
//  3. A layout says them in the words of one export: SM EFS, SL2014, PEFS 2007, plain CSV, Parquet.
//
// Nobody in them exists. The package refuses to make up what would look real: there are no
// names, addresses, telephones or PESEL numbers; identifiers read SYN-PAL-001 and "brak PESEL"
// is Tak; every file name says synthetic. What a programme did not publish (a split by sex, a
// status, a date) is invented here and is no fact about the programme.
//
// To remake examples/ after a change: go generate ./datasets/samples
package samples

//go:generate go run ./write
