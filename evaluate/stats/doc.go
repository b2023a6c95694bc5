// Package stats is the arithmetic of inference that gonum lacks, over plain slices of float64: tests, effect
// sizes, intervals, reliability, models and power, for the small samples that social projects have.
//
// The same people before and after:
//
//   - differences: [DecimalDifferences] (decimal ties stay ties), [PlainDifferences] (for means), [Describe],
//     [Mean], [Median], [Quantile], [Quartiles], [Autocorrelation];
//   - tests: [PairedT] and [DifferenceT], [SignedRank] (exact, conditional on ties), [SignTest],
//     [PermutationMean];
//   - size of change: [HodgesLehmann], [StandardizedMeanChange] with [HedgesJ] or [HedgesJApprox],
//     [MeanChangeBCa], [RankBiserial] and [FisherRankInterval], [PairedSuperiority], [RiseShare],
//     [CommonLanguageEffects]; of any statistic [BCa] and [BCaPairs];
//   - of one person: [ReliableChange];
//   - answers in categories: [CountTransitions], [McNemar], [PairedShares], [StuartMaxwell], [Bowker],
//     [MarginalScores], [Kappa];
//   - who is missing: [BoundMeanChange], [InverseProbabilityMean], [MeanByWeights].
//
// Groups of different people:
//
//   - tests: [WelchT], [PooledT], [MannWhitney], [OneWayAnova], [WelchAnova], [KruskalWallis], [Levene],
//     [PairwiseWelch], [ShapiroWilk];
//   - sizes: [StandardizedDifference], [CliffsDelta], [GroupShift];
//   - models: [LeastSquares] with robust covariance, [Polynomial], [BreuschPagan], [Ancova],
//     [RandomIntercept], [Logistic].
//
// Questionnaires: [CronbachAlpha], [ItemAnalysis], [OmegaTotal], [OddEven], [Halves], [AllSplits], and from
// incomplete sheets [PairwiseAlpha] and [PairwiseItems].
//
// Shares and tables: [Wilson], [WilsonCorrected], [ClopperPearson], [AgrestiCoull], [Jeffreys], [Wald];
// [BinomialTest], [ShareAgainst], [CompareShares], [FisherExact], [RiskRatio], [OddsRatio], [HaldaneOddsRatio],
// [CohenH]; [Contingency], [FisherTable]; against known shares [ChiSquareFit], [Multinomial].
//
// Before and beside a study: [SampleSize], [UnlimitedSample], [Margin]; the power, the sample and the smallest
// detectable effect of a test, as [PairedTPower], [PairedTSample] and [PairedTDetectable], likewise of
// [TwoSampleTPower], [TwoSampleTSample], [TwoSampleTDetectable] and of [TwoSharesPower], [TwoSharesSample],
// [TwoSharesDetectable], and [ShareTargetPower]; the sample that a method needs at all, as
// [NeedForSignedRank], [NeedForPermutation], [NeedForMcNemar], [NeedForQuantile], [NeedForBCa]; several
// p-values together: [AdjustP].
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
// Arguments come in the order pre, post, level, or x, y, level, where y is the
// comparison group. A level is the confidence level as a share strictly between 0
// and 1, 0.95 for a 95 % interval. Two-sided p-values are meant unless a name says
// otherwise.
//
// Each result that needs a minimum of data carries a [Need], computed from the
// level asked for, so that a report can say "need >= 6 non-zero differences for
// a two-sided signed-rank p <= 0.05" instead of printing a hopeless test.
package stats
