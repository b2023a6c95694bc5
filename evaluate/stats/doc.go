// Package stats is the arithmetic behind the comparison of questionnaires
// filled in by the same people before and after a project: the tests, effect
// sizes, intervals and reliability coefficients that gonum lacks, over plain
// slices of float64.
//
// What it does:
//
//   - one sample: [Mean], [Describe];
//   - differences: [DecimalDifferences] (decimal ties stay ties);
//   - paired tests: [PairedT], [SignedRank] (exact, conditional on ties),
//     [SignTest];
//   - size of change: [HodgesLehmann], [StandardizedMeanChange],
//     [RankBiserial], [PairedSuperiority];
//   - questionnaires: [CronbachAlpha], [ItemAnalysis];
//   - shares: [BinomialTest], [Wilson], [ClopperPearson];
//   - samples of a population: [SampleSize], [Margin];
//   - counts against shares: [ChiSquareFit], [Multinomial].
//
// What it refuses:
//
//   - NaN and infinities in the input are errors that name their place.
//     Missing answers are the caller's to remove and to count; a function here
//     never drops a person silently.
//   - NaN and infinities never leave the package. A statistic that the data
//     cannot give is a [Maybe] that is not Defined and says Why.
//   - It makes no choice between conventions that share a name: each d, each
//     treatment of zeros has its own field or option, with its formula.
//
// Differences are post minus pre throughout, so a positive figure is a rise.
// Arguments come in the order pre, post, level. A level is the confidence
// level as a share strictly between 0 and 1, 0.95 for a 95 % interval.
// Two-sided p-values are meant unless a name says otherwise.
//
// Each result that needs a minimum of data carries a [Need], computed from the
// level asked for, so that a report can say "need >= 6 non-zero differences for
// a two-sided signed-rank p <= 0.05" instead of printing a hopeless test.
package stats
