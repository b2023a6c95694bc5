// Package scale turns the answers of a questionnaire into scores and tells how far the items
// belong together.
//
//	reversed item = (lowest + highest) - answer
//	sum score     = Σ items;  mean score = Σ items / answered items
//	blanks        = a sheet with enough answers is prorated: mean of the answered × items
//
// A [Key] says how: made in code, read from a file a non-programmer can review ([Parse]), or one
// of those that come along ([Keys], [Load]). A [Reader] takes answers as people write them
// ("4", "raczej tak", "4 - raczej tak") through the key's dictionary. [Analyse] describes the items of one
// wave; what it says goes out as figures ([Analysis.Figures]).
//
// The package refuses to guess: which items are reversed and the range of answers are inputs,
// never concluded from the name of an instrument. An answer outside the range is a fault with
// its item, never clipped. A sheet with more unanswered items than the key allows has no score.
// An item that runs against the others is pointed at and never turned. A norm table answers for its own
// population and for the scores it lists, and refuses the rest. The arithmetic is that of
// package stats; no wording of any item is here.
package scale
