// Package indicators counts: what the regulation asks of a project becomes cells of a table,
// by sex, each with its numerator and its denominator.
//
// The way of a participation:
//
//  1. [LoadSet] reads the rule set of a programming period: definitions written as data
//     (YAML under definitions/), each with its source and its delta from the regulation.
//     [Set.With] adds the indicators of a project, in the same language; [Load] reads a rule set
//     of one's own.
//  2. [NewCounter] makes a [Counter]; [Counter.Add] evaluates each distinct [Criterion] once a
//     batch into a bitset, and a cell is the population count of an AND.
//  3. [Count] does both for a whole stream, on every core. Counters of several files, cores or
//     machines come together with [Counter.Merge].
//  4. [Counter.Table] is the answer: a [Table] of [Row] by [Group], which [Table.Check] holds to
//     the invariants of the rule set. Options.By splits it further, by any [Dimension]: each
//     [Part] is a table. [Table.Frame] hands all of it on as a data frame.
//  5. [Rows] walks back: the rows of a batch behind a cell; [Offenders] are those that break an
//     invariant. [Target] compares a cell with what was promised.
//
// The rows added must be participations, one a person and project: what
// datasets.Participations gives. A person who takes part twice in one project is one row by then.
//
// The package refuses to guess. A criterion is true only where the data say so. An indicator
// that rests on a column the export does not have is not available and names the column; it is
// never 0. There is nothing uncertain here: whatever has an interval belongs to evaluate.
//
// The same from a shell, counted and said in words:
//
//	$ efseval count examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv --code EECO01,EECR04
//	$ efseval explain EECR04
package indicators
