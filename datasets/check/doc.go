// Package check holds the rules by which an export of participants is looked through before
// anything is counted from it: the number PESEL against sex, age and date of birth, dates against
// one another and against the period of the project, status against its detail, rows of one
// person that contradict each other, records that are not complete, answers that were refused.
//
// The rules are data: rules.yaml names each with a stable code, a severity, a text in Polish and
// English and its source, so that a lawyer can review them. A rule is a doubt or a note, never a
// correction: the package changes no value, drops no row and refuses nobody, since real PESEL
// numbers with a wrong check digit or a changed sex exist.
//
// What it finds are [datasets.Problem] records. Their texts are those of the rules, with names of
// fields and numbers of days filled in: no cell of the export is ever printed. Persons are told
// apart by HMAC-SHA-256 under a key that is never shown: the user's own, or a random one that lives
// as long as the run.
//
// From a shell, and the rules with their sources:
//
//	$ efseval check examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv --profile sm-efs --from 2021-01-01 --to 2022-12-31
//	$ efseval check --rules
package check
