// Package audit holds what lets somebody else settle every figure of a run, on another machine and without asking
// anyone.
//
//  1. A run ends with [WriteManifest]: every input with its SHA-256 and what was concluded about it, the project
//     file, the rule set with its version and what the project changed of it, what a ledger corrected, the program
//     and what it was built from, every output with its SHA-256, and last the sum of the manifest itself.
//     [ReadManifest] reads it, and those of earlier versions of its schema.
//  2. [Verify] holds the folder of a run to the same run carried out again: each input and output matches, differs
//     or cannot be compared ([Answer]). Of what differs it tells the figure, the place, what stands there and what
//     is computed ([Difference]). [Unverifiable] is for a run that cannot be carried out again, [VerifyOverview]
//     for the page over many.
//  3. A [Trace] leads from one figure to its rule with the clause, the filters with the count after each, and the
//     rows behind it.
//  4. [Compare] says which figures moved from one run to another, and which of what differs can have moved them.
//
// Each is a value first; Write… prints it for people ([WriteVerifyText], in Polish or English) and for programs
// ([WriteVerifyJSON], with its schema in the first key). Carrying a run out again is for package batch, whose Verify,
// Trace and Diff call the functions here; the Example is the whole way.
//
// It refuses anything that differs between two runs on the same data: no absolute path, no time unless the run was
// given one, keys in a fixed order. No name, PESEL or code of a person enters it: rows have places and pseudonyms.
//
// Rows and columns count from 1, the heading of a file included. Sizes are bytes; hashes are SHA-256 (FIPS 180-4) in
// lower-case hexadecimal. Errors are of reading and writing. What does not agree is no error but an answer, until a
// command ends with it: [Differs], exit code 5, and [Incomparable], exit code 3. The sums find what was damaged or
// edited; who rewrites a folder with all its sums is found only by computing again from the data.
//
// From a shell:
//
//	$ efseval verify out/katowice-pal --data examples/katowice-pal
//	$ efseval trace out/katowice-pal cost/per-participant --data examples/katowice-pal
package audit
