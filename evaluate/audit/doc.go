// Package audit holds what lets somebody else settle every figure of a run: so far the
// manifest, which names every input and output with its hash, what was concluded about each
// file, what a ledger corrected, the rule set with its version and the version of the program.
//
// It refuses anything that differs between two runs on the same data: no absolute path, no
// time unless the run was given one, keys in a fixed order.
package audit
