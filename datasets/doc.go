// Package datasets reads: an export of a participant system, a cost ledger or a pile of
// questionnaires becomes typed columns, and every fault has a place.
//
// The way of a file:
//
//  1. A reader (csvfile, xlsxfile, parquetfile; chosen by files.Open) finds the header row, unless
//     the profile states it.
//  2. [Profile.Bind] matches the headers to the fields of a [Schema], resolving duplicates
//     by their neighbours, and reports unknown, repeated and missing columns.
//  3. [Binding.Append] types each row into a [Batch] of at most [MaxRows] rows; a bad value
//     becomes a [Problem] with its [Position] and reading goes on. A declared code of missing is
//     no value.
//  4. [Conclusions] say what was found out: encoding, separator, sheet, header row, and of each
//     column how its dates and numbers are written ([BoundColumn]). All of it can be stated in the
//     profile or the project file instead.
//  5. [Participations] brings the rows of one person in one project together, within a bound of
//     memory; [Gathering] streams an export that promises where these rows stand, and holds it to
//     the promise.
//
// One type, Batch, carries 15 people and 65 million: categories are small codes into a closed
// [Vocabulary], dates are days, money is integer grosze, missing is a bitmap.
//
// The package refuses to guess: an unknown value is a Problem and missing, never the nearest
// known one; an ambiguous date order must be declared, and so must the decimal mark of numbers
// that could be thousands. It refuses to print identifying values: neither a Problem nor an error
// shows a name or a PESEL.
package datasets
