// Package batch carries out a project.yaml: files become tables, tables estimates, estimates a
// report; many projects in parallel.
//
// The way of a project, step by step, is the code of [Run] between [Load] and [Write], and the first Example:
//
//  1. [Load] reads project.yaml; a misspelt key, a wrong type or a bad date is a [Fault] with
//     line, column and the source under a caret.
//  2. The export of participants is opened under its profile (datasets/files) and typed into batches; a bad
//     cell is a Problem with its place and reading goes on. A ledger [LedgerFile] beside the project
//     file corrects its cells, and the rules of datasets/check look its rows through; a correction that
//     does not fit ends the run.
//  3. The rows of one person become one participation (datasets.Participations); rows of
//     families or of recipients of products are set aside and counted.
//  4. Participations are counted by the rule set, with the parameters that the project changes
//     (indicators.Counter), into cells by sex; by its efficiency criterion and in its splits too. Errors in the
//     rows end a strict run here. A relation that the tables break is an error at every row behind it, and nothing is
//     written. Cells are held to the thresholds of the criterion, samples to their population.
//  5. Cells are set against targets; money, from a ledger that is opened like any export, is divided by people
//     (evaluate/cost).
//  6. Questionnaires are opened in the same way, scored, paired by code and compared (evaluate/scale,
//     evaluate/prepost). Numbers that the programme states and nobody counts join them.
//  7. Errors in what was read since end a strict run here. Every number is now a Figure with an ID. What rests on
//     made-up persons is marked, what was not published is taken out, and published claims are answered:
//     reproduced, differs, cannot be computed.
//  8. Figures are arranged in sections with charts; [Write] puts every format in place in one
//     step, with a manifest.
//
// The way of many is the code of [RunAll], and its Example:
//
//  1. The output folder is locked for this run, and what killed runs left in it is swept away.
//  2. The ids of all projects are read, so that two of one id are refused whichever is done first.
//  3. Each worker takes the next project and loads it. Where its folder holds what this very run
//     would write, by the SHA-256 of everything that was used and written, it is left as it stands.
//  4. Any other is carried out as above and written beside its old folder; then the two change
//     places at one instant.
//  5. A [report.Brief] of it is put aside in a file, the rest is let go. What became of each is told in the order of the
//     files ([Options.Tell]).
//  6. Persons are counted over all projects by pseudonyms, and index.html sets the projects side
//     by side, row by row from what was put aside, with those that failed and why.
//
// Three ways lead back from a finished folder, each by carrying the project out again as its manifest says: [Verify] and
// [VerifyAll] hold every output to the data, [Trace] goes from a figure to its rule, its filters and the rows behind
// it, [Diff] tells what moved between two runs and why. [Examine] reads the data alone and tells what is wrong with them.
//
// A strict run refuses data with errors, those of the participants all at once and those of the other files all at
// once; [Options.TolerateFaults] goes on. The package refuses to show what a programme did not publish as
// if it had.
//
// The same from a shell:
//
//	$ efseval run examples
//	$ efseval trace out/katowice-pal participants/women
package batch
