// Package chart draws the results of an evaluation, one chart a file: people
// achieved against target ([Targets]), the split by sex ([GenderSplit]), the
// way through the project ([Flow]), change between two questionnaires
// ([Change]) and cost by task ([Costs]).
//
// A constructor checks its input once and lays the chart out; what it returns
// can be written as [Chart.SVG] and [Chart.PNG] any number of times, from any
// number of goroutines, and always gives the same bytes.
//
// What the package refuses:
//   - to compute results. It is given counts, grosze and intervals, and prints
//     those and no others; the one figure it derives is the share in
//     [GenderSplit], whose numerator and denominator stand beside it.
//   - to draw what is not known. A missing [Value] is printed in words
//     ("brak danych"), never as a bar of length 0.
//   - to cut a bar's baseline: bars start at zero, all of them.
//   - to leave a message to colour alone: every mark has a label.
//   - to panic on data: a NaN, a negative count, an empty list is an error that
//     names the row.
//
// gonum.org/v1/plot is used here and nowhere else in the house.
package chart
