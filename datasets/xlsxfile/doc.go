// Package xlsxfile reads the sheet of a workbook that holds the headers of a profile, row by
// row, as a stream of batches.
//
// It reads the XML of the sheet itself instead of asking a spreadsheet library for texts,
// because three things that decide about a figure are lost in a text: whether a cell is a
// number (its decimal mark is certain, its leading zeros may be gone), whether a formula was
// ever calculated, and whether the sheet ends where its file ends (a library that stops at a
// damaged place returns fewer people and no error).
//
// Dates may be texts or serial numbers of the 1900 or 1904 system. Cells left out of a row and
// cells covered by a merge are missing, without a Problem. Formulas that were never calculated
// and error cells (#DIV/0!) are missing, with a Problem.
//
// It refuses what is not a workbook, a damaged or encrypted one, and one that unpacks to more
// than [MaxPart] bytes or more than [MaxRatio] times its size.
package xlsxfile
