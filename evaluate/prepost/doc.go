// Package prepost compares the same people before and after: two questionnaires, paired by
// code.
//
//  1. [Match] pairs the sheets of a code, as people write codes, and counts everybody it cannot
//     pair: only before, only after, without a score. Nobody is lost silently, and each pair that
//     was made of two writings is told. [MatchWaves] does so for more than two measurements.
//  2. [Compare] works out the change of the pairs: tests, intervals and effect sizes by every convention, each
//     under its name, how many improved, and how many more than the error of measuring. [CompareGroups] holds two
//     groups against each other, [CompareItems] looks at every question, [CompareCategories] at answers that are
//     no numbers. The formulas are those of package stats; there is none here.
//  3. [Pairs.Attrition] tells who was lost, whether they differed, and what the change could be with
//     them.
//  4. Figures of each of them name the results for reports, with method, need and warnings.
//
// The package refuses to call a rise an effect: without a comparison group it may be regression
// to the mean or the wish to please, and each change carries that warning. It refuses a pair whose
// sheet from before is dated later than the one from after.
//
// From a shell:
//
//	$ efseval survey examples/katowice-pal/motywacja-pre-synthetic.csv examples/katowice-pal/motywacja-post-synthetic.csv --id kod_uczestnika --items P1-P10 --reverse P3,P8 --min 1 --max 5
package prepost
