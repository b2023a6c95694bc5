// Package xlsxfile reads the sheet of a workbook that holds the headers of a profile, or all that do, row
// by row, as a stream of batches.
//
// It reads the XML of the sheet itself instead of asking a spreadsheet library for texts,
// because three things that decide about a figure are lost in a text: whether a cell is a
// number (its decimal mark is certain, its leading zeros may be gone), whether a formula was
// ever calculated, and whether the sheet ends where its file ends (a library that stops at a
// damaged place returns fewer people and no error).
//
// Where several sheets hold the headers and rows it asks which is meant; stated as "*" all are read, one
// after the other. What the others hold is noted.
//
// Dates may be texts or serial numbers of the 1900 or 1904 system. Cells left out of a row are
// missing, without a Problem. Formulas that were never calculated, error cells (#DIV/0!), days in
// columns of numbers and data cells merged over rows are told. What the sheet hides (rows, columns,
// itself) is read like all else, and told. Two header rows where merged cells group columns are
// joined: "Motywacja" over "przed" and "po" makes "Motywacja przed" and "Motywacja po", unless the
// profile knows the lower name alone.
//
// A part is unpacked on one core while its XML is read on another, by a scanner that knows what
// spreadsheets write and leaves the rest, row by row, to encoding/xml.
//
// It refuses what is not a workbook, a damaged or encrypted one (checksums are compared to the
// end of each part), and one that unpacks to more than [MaxPart] bytes or more than [MaxRatio]
// times its size, or holds a row of more than [MaxRow] bytes.
package xlsxfile
