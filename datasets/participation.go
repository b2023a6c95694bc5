package datasets

import (
	"iter"
	"slices"
)

// Accounting says what became of every row: rows read = rows counted + rows set aside, each
// with its reason. Nobody is lost silently.
type Accounting struct {
	Read           int        // data rows of the input
	Counted        int        // rows that belong to a participation
	Participations int        // after the rows of one person were brought together
	Several        int        // participations that came from more than one row
	Aside          []SetAside // rows that are not participants, by kind
}

// SetAside is a number of rows that do not count, and why.
type SetAside struct {
	Record Term // kind of row: household, recipient, institution
	Rows   int
}

// Balanced tells whether every row is accounted for.
func (a *Accounting) Balanced() bool {
	aside := 0
	for _, s := range a.Aside {
		aside += s.Rows
	}
	return a.Read == a.Counted+aside
}

// setAside counts a row whose record is a term of a vocabulary, in the order of that whichever row
// comes first.
func (a *Accounting) setAside(kinds *Vocabulary, record uint8) {
	i, known := slices.BinarySearchFunc(a.Aside, record, func(s SetAside, record uint8) int {
		code, _ := kinds.Code(s.Record.Code)
		return int(code) - int(record)
	})
	if !known {
		a.Aside = slices.Insert(a.Aside, i, SetAside{Record: kinds.Term(record)})
	}
	a.Aside[i].Rows++
}

// DefaultMemory is the bound of memory where none is stated: some thirty million rows of the
// columns that the ESF+ set reads.
const DefaultMemory = 4 << 30

// Gathering says how the rows of one person are brought together. The zero value is right for
// every export.
type Gathering struct {
	// Promise is what the export promises, see [Profile]. With nothing promised all rows are held
	// until the input ends: a row takes what its typed cells take (a category or flag 1 byte, a
	// date 4, a count or amount 8, a text 4 and its letters), and 4 for its line and 16 for finding
	// it; where a person has several, up to 24 more. On three million rows of 17 columns of SM EFS the
	// whole process took 120 bytes a row, and 142 where each person had three.
	// Clustered holds the rows of one project at a time, and each project number. Once holds 16
	// bytes a row, by which a person who stands there twice is found at the end; that two people
	// are taken for one has a chance below rows² / 2^81.
	Promise Promise
	// Memory is the most bytes that held rows may take; 0 is [DefaultMemory]. Beyond it the
	// stream ends with an [Unreadable] that says what can be promised instead.
	Memory int64
}

// Participations is [Gathering.Participations] with nothing promised.
func Participations(batches iter.Seq2[*Batch, error], count *Accounting) iter.Seq2[*Batch, error] {
	return Gathering{}.Participations(batches, count)
}

// Participations brings the rows of one person in one project together: the regulation counts
// a person once per operation, with the characteristics of the first entry and the last exit
// (domain: SFC-PART). Rows are one person's when project and person are the same text. A row
// without a project number is of the only project of its file; where the file names several it
// is of none, and a Problem. A row without a person identifier is a participation of its own and
// a Problem. Rows whose record is not a participant are set aside and counted in count.
//
// Each field says in the schema how its values merge. Somebody who came back and has not left
// again has no exit, and of how an earlier stay ended nothing is kept; see the schema.
// Participations come out in the order in which they first appear. The input may be several files
// with unlike columns: then those whose first row is of one file, and whose rows have the same
// columns between them, come out together, in batches that have all these columns and no others,
// so that a column that a file lacks is never taken for one that it left blank. The same Batch may
// be used again for the next participations.
//
// What the export promises changes neither the participations nor their order nor the count, only
// what is held. A promise that is broken ends the stream with an [Unreadable], and what came out
// before must not be used. With a promise either every row has a project number or none has.
//
// Batches of unlike schemas are an error.
func (g Gathering) Participations(batches iter.Seq2[*Batch, error], count *Accounting) iter.Seq2[*Batch, error] {
	return func(yield func(*Batch, error) bool) {
		out := &joined{count: count, yield: yield}
		var rows interface {
			add(*Batch) error
			end() error
		}
		switch g.Promise {
		case Once:
			rows = newOnePerPerson(out)
		case Clustered:
			rows = newByProject(out, g.limit())
		default:
			rows = newGatherer(out, g.limit())
		}
		for b, err := range batches {
			if err == nil {
				err = rows.add(b)
			}
			if err != nil {
				out.fail(err)
				return
			}
			if out.stopped {
				return
			}
		}
		if err := rows.end(); err != nil {
			out.fail(err)
			return
		}
		out.finish()
	}
}

func (g Gathering) limit() int64 {
	if g.Memory > 0 {
		return g.Memory
	}
	return DefaultMemory
}
