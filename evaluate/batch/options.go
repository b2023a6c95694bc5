package batch

import (
	"io"

	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate/report"
)

// Options say how a run behaves; the zero Options is a strict run without a date.
type Options struct {
	Version string // of the program, printed in every output
	// Build is what the program knows of its making, for the manifest: see [report.BuildOf]; nil: unknown.
	Build     *report.Build
	Generated string // yyyy-MM-dd, printed in the report; empty: no date, so that bytes repeat
	// TolerateFaults goes on where data hold errors instead of refusing the run: cells that cannot be
	// read count as missing, others as they stand. A correction that does not fit is never tolerated.
	TolerateFaults bool
	// Stdin is what an input named "-" is read from; nil where there is none. One input of one
	// project of a run may be it.
	Stdin io.Reader
	// MarginDays widens the period of the project for the dates of its participants; at least 0.
	MarginDays int
	// Persons tells the persons of several projects apart; nil: those of this run alone, under
	// a key that ends with it.
	Persons *check.Persons
	// KeyPrint is printed in place of that of Persons, to carry a run out again whose key one does not hold:
	// no figure depends on it. Empty: that of Persons.
	KeyPrint string
	// Outputs selects the files that are written; what none of them needs is not computed, as the charts
	// where nobody shows them. Nil: all.
	Outputs report.Outputs

	// Spare is how many bytes of garbage more than usual may lie about while RunAll or VerifyAll is at several projects,
	// so that the collector, which counts for the whole process, runs less often: up to twice as many are held in
	// exchange, however large the projects are. [SpareMemory] is a good measure; 0: none.
	Spare int

	// Of RunAll alone:

	Force bool            // carries out again what has not changed
	Stop  <-chan struct{} // closed: no further project is begun, and those that are begun are finished; nil: never
	Meter *Meter          // counts how far the run is; nil: nobody looks
	Tell  func(Outcome)   // is called for each project in the order of the files, as soon as it and all before it are done; one call at a time; may be nil
}

// asksToStop tells whether no further project is wanted.
func (o *Options) asksToStop() bool {
	select {
	case <-o.Stop:
		return true
	default:
		return false
	}
}

// keyPrint is what is printed of the key of the pseudonyms.
func (o Options) keyPrint() string {
	if o.KeyPrint != "" {
		return o.KeyPrint
	}
	return o.Persons.KeyPrint()
}
