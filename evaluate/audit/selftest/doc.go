// Package selftest computes values that are known from elsewhere, on the machine it runs on, and holds them
// against what they must be: whoever gets a report can see that this program, on this computer, works out
// R's p-values, the regulation's counts and a grosz that is divided as the rules say.
//
//  1. The cases are data: cases/*.yaml, and the made-up people of package indicators/cases. Each says in words what
//     it is about, gives the input, the values expected, and the source: the call of R that made the number, the
//     sum worked by hand, the clause. A statistician who knows no Go can review them.
//  2. [Run] computes every value by the packages that reports are made with, and compares.
//  3. An [Outcome] tells of each value what was expected, what came out and by how much they differ;
//     [WriteText] and [WriteJSON] print it.
//
// A number agrees when
//
//	|computed - expected| <= tolerance · |expected|     tolerance 1e-10 unless the case says otherwise, and why
//
// and where 0 is expected, when it is at most the tolerance. Texts agree when they are equal.
//
// The package refuses to pass what it cannot compute: a call that fails, a value that the call does not give and a
// word that a case file should not have are errors. It holds no data of living persons: people, sums and numbers are
// made up, and each PESEL belongs to somebody born before 1900 or after 2199.
package selftest
