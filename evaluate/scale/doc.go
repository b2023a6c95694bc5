// Package scale turns the answers of a questionnaire into scores and tells how far the items
// belong together.
//
//	reversed item = (lowest + highest) - answer
//	sum score     = Σ items;  mean score = Σ items / answered items
//
// The package refuses to guess: which items are reversed and the range of answers are inputs,
// never concluded from the name of an instrument. An answer outside the range is a fault with
// its item, never clipped. A sheet with more unanswered items than the key allows has no score.
package scale
