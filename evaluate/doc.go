// Package evaluate holds the words of inference and the one spine of every output: the [Figure].
//
// Every number that a report, a chart, a table or a file prints is a Figure: a stable ID, a
// [Value], its unit, the n, numerator and denominator behind it, an [Interval] where it is an
// estimate, the method and source, its warnings and a [Status]: known, not available with the
// reason, or suppressed.
//
// The package refuses NaN and infinity: what is undefined is not available and says why. It
// refuses money in floating point: a [Value] of złote is a whole number of grosze over a whole
// number of units. It imports nothing of the house.
package evaluate
