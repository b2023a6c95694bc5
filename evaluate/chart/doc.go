// Package chart draws the results of an evaluation, one chart a file: people
// achieved against target ([Targets]), the split by sex ([GenderSplit]), the
// way through the project ([Flow]), change between two questionnaires
// ([Change]) and cost by task ([Costs]); and of a questionnaire the answers to
// each item ([Answers]), the changes of single people ([Distribution]) and the
// standardised change on all scales ([Forest]).
//
// The way of a chart, step by step, is the package example:
//
//  1. [Options] name it: ID, language, title. Every text is given in that
//     language; numbers are formatted for it ("61,67%", "61.67%").
//  2. Each row is a struct of counts, grosze, means or intervals, each of them a
//     [Value]: [Known], or [Missing] with the reason to print.
//  3. The constructor checks all of it once and lays the chart out; from then on
//     nothing can fail but the writing.
//  4. [Chart.SVG] and [Chart.PNG] write it any number of times, from any number of
//     goroutines, always the same bytes; [Chart.Description] is the same in words,
//     for who does not see it.
//
// Shapes and units. Rows are drawn in the order given, at most 60 of them, or
// [MaxAnswerItems]. People are
// whole numbers, money is whole grosze, shares are made of counts, changes and
// their bounds are in points of the scale, effects in standard deviations. All
// lengths are units of the SVG's viewBox, 560 wide by [DefaultTheme]; the PNG has
// two pixels for each.
//
// Errors name the chart by its ID and the row by its number, say what was
// given and what is wanted, and come all at once ([errors.Join]).
//
// What the package refuses:
//   - to compute results. It is given counts, grosze and intervals, and prints
//     those and no others; the figures it derives are the shares in [GenderSplit],
//     [Answers] and [Distribution], whose numerators and denominators stand
//     beside them or in the description, and the sums of bars and of sides.
//   - to draw what is not known. A missing [Value] is printed in words
//     ("brak danych"), never as a bar of length 0.
//   - to cut a bar's baseline: bars start at zero, all of them.
//   - to leave a message to colour alone: every mark has a label.
//   - to panic on data: a NaN, a negative count, an empty list is an error that
//     names the row.
//
// Sources: the colours are those of M. Okabe, K. Ito, Color Universal Design
// (2008); the neutral answer stands apart in [Answers], and the histogram of
// [Distribution] has its bars centred on zero, for the reasons told there; the
// classes of change are those of N. S. Jacobson, P. Truax, Clinical significance
// (1991). gonum.org/v1/plot is used here and nowhere else in the house.
package chart
