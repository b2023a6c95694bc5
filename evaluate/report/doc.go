// Package report holds the one results model of a run, [Report], and one file per writer:
// HTML in two languages, XLSX, Markdown, JSON, CSV, Parquet and an index of many projects.
//
// A Report is format-free. Its tables name figures by ID, so that every output prints the same
// numbers; a writer formats and never computes. The package refuses to print a number that is
// not a Figure, a figure ID that is not in the report, and anything with the time of day in it
// unless the run was given a time.
//
// The way of a number onto a page, step by step, is the package example:
//
//  1. It is an [evaluate.Figure] with an ID, a label in both languages, a unit, a value and, where it
//     has them, numerator and denominator, interval, n, method, warnings; or the reason why there is none.
//     [Report.Figures] holds them all.
//  2. A [Table] of a [Section] names it by its ID in a [Cell] ([F]; words are [W], the zero Cell is a dash). A
//     [Chart] shows what its table says: [Chart.Take] keeps the drawing of evaluate/chart.
//  3. Each writer lays the same document out: the first numbers, the sections in their order, and what the run knows
//     beside them: claims and their verdicts, the rules of the data checks, files, promises, problems, methods.
//     Warnings and reasons become footnotes, numbered in each table.
//  4. The writer prints it, or tells the first error before the first byte.
//
// The writers, by the file that a run gives them:
//
//	report.pl.html, report.en.html  WriteHTML            people; every figure has its ID as anchor
//	report.pl.md                    WriteMarkdown        people; to paste
//	tables.xlsx                     WriteXLSX            people; a sheet for each table, numbers in full precision
//	(a terminal)                    WriteText            people; some sections
//	results.json                    WriteJSON, ReadJSON  programs; everything, as ResultsSchema describes it
//	figures.csv, figures.parquet    WriteFiguresCSV, WriteFiguresParquet
//	problems.csv                    WriteProblemsCSV     every fault of the data, with its place
//	index.html                      WriteIndex           people; many projects, of each its Brief
//
// Shapes and units. A table has one heading for each column and in each row one cell for each column after the
// first. For people a number is printed in its unit ([evaluate.Unit.Format]): Polish with decimal comma and the
// currency behind, English with decimal point and the currency before; a share as percent with two decimals; a rise
// between two questionnaires with its plus ([Rise]). For programs a number is bare and in full precision: shares between
// 0 and 1, money in złote or euro. What has no value is "brak danych" or "not available" with its reason for
// people, null or empty for programs, and never 0. A dagger marks what was computed from made-up people.
//
// Errors are of three kinds: a report that contradicts itself (an unknown ID, cells that do not fit the headings, a
// name taken twice, a chart in one language), told with section, table and row; a file that cannot be read
// back; and what the io.Writer answers, as it is. Nothing is written after the first kind.
//
// The same report makes the same bytes in every format; writers share nothing that changes, so that many reports may
// be written side by side. [ReadPrinted] reads back what an output says, place by place, for
// efseval verify.
//
// Sources: the pages follow WCAG 2.2, level AA, for contrast, names and the keyboard; results.json is described in
// JSON Schema, draft 2020-12; CSV is RFC 4180.
//
// From a shell, every format of one project:
//
//	$ efseval run examples/katowice-pal -o out
package report
