// Package chart draws the results of an evaluation, one chart a file: people
// achieved against target ([Targets]), the split by sex ([GenderSplit]), the
// way through the project ([Flow]), change between two questionnaires
// ([Change]) and cost by task ([Costs]); and of a questionnaire the answers to
// each item ([Answers]), the changes of single people ([Distribution]) and the
// standardised change on all scales ([Forest]).
//
// A constructor checks its input once and lays the chart out; what it returns
// can be written as [Chart.SVG] and [Chart.PNG] any number of times, from any
// number of goroutines, and always gives the same bytes.
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
// gonum.org/v1/plot is used here and nowhere else in the house.
package chart
