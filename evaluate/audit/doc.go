// Package audit holds what lets somebody else settle every figure of a run: the manifest, which
// names every input and output with its hash, what was concluded about each file, what a ledger
// corrected, the rule set with its version and the version of the program; and the [Trace], the
// way back from one figure to its rule and to the rows behind it.
//
// It refuses anything that differs between two runs on the same data: no absolute path, no
// time unless the run was given one, keys in a fixed order. No name, PESEL or code of a person
// enters it: rows have places and pseudonyms.
//
// The way back from a shell:
//
//	$ efseval trace out/katowice-pal cost/per-participant --data examples/katowice-pal
package audit
