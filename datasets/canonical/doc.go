// Package canonical writes the canonical table: one row for each participation, the columns named as
// the fields of the schema, the values as the codes of its vocabularies. It is what the SQL of package
// indicators/sqltext counts and what another program can be handed; indicators/sqltext/TABLE.md
// describes it.
//
//  1. [NewLayout] says which columns the table has: those that the export had, and no others, so that
//     what was never asked is not taken for what nobody answered.
//  2. [CSV] and [Parquet] write the participations of datasets.Gathering as they come.
//
// The package refuses to give anybody away: persons stand there by a pseudonym (see [Pseudonyms]), the
// date of birth only as the age at entry that the rule sets reckon with, and texts that could hold a
// number of a person have a pseudonym, too.
//
// From a shell:
//
//	$ efseval export examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv -o participants.parquet
package canonical
