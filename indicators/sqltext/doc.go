// Package sqltext writes a rule set as SQL, for an auditor who does not want to trust this program
// and for a ministry whose participants already stand in a warehouse. The text gives the same
// counts on the canonical table (TABLE.md) as package indicators gives on the export behind it.
//
// The way of a definition:
//
//  1. [Count] asks the engine of package indicators, for the columns that the table has, which
//     figures have an answer; the others are told in [Query.Unavailable] and never counted as 0.
//  2. Each criterion becomes a condition in the words of the dialect, with what it says beside it.
//  3. One SELECT reads the table once: the inmost step takes the columns and reckons dates, the
//     next says of each participation whether it is eligible and achieved, the last counts by sex.
//
// SQL has three truth values and a [indicators.Criterion] two: what is not known is not true. A
// condition of AND and OR over unknown values is true in SQL just when it is true for the engine, and
// counting passes over whatever is not true; only under NOT the two differ, and there the text says
// COALESCE(condition, FALSE).
//
// The package refuses to write a text that would count something else: a name with a control
// character, or a member of a set that holds the separator, is an error.
//
// From a shell:
//
//	$ efseval sql CR04 --set esf-2014-2020 --dialect duckdb
package sqltext
