// Package cases holds made-up people and what the rule sets make of them: each file is a few records and the
// cells, by sex, that must come out. They ship with the program, so that a user's own machine can be asked
// (efseval selftest), and hold the tests of package indicators.
//
//	title: {pl: Ta sama osoba liczy się raz, en: The same person counts once}
//	set: esf-2014-2020
//	# why the figures are these, worked by hand
//	expect:
//	  CO01: {total: 2/2, women: 1/1}     numerator/denominator, or n/a
//	---
//	project,person,sex,…                 the records, as an export in canonical terms
//
// Where the first column is times, a line is that many persons of her own.
//
// The way of a case: [All] reads the files, [Case.Values] counts the records by the rule set and sets each value
// expected beside the one found. The package judges nothing: whoever asks compares.
//
// No record is of a living person, and no figure was taken from a run of the program: each was counted by hand
// from the clause that the case names.
package cases
