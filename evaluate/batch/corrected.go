package batch

import (
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/report"
)

// LedgerFile is the name of a ledger of corrections beside a project file. One of another name is
// stated by corrections: in the project file.
const LedgerFile = "corrections.csv"

// ledger is the corrections of a project and what came of them.
type ledger struct {
	told  report.Corrections
	lines *datasets.Corrections
	done  datasets.Corrected
}

// ledgerName is the ledger of a project relative to it; empty where it has none.
func (p *Project) ledgerName() string {
	if p.Corrections != "" {
		return p.Corrections
	}
	if _, err := os.Stat(filepath.Join(p.Dir, LedgerFile)); errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	return LedgerFile // also one that cannot be looked at: reading it says why
}

// readLedger reads the corrections of a project; nil where it has none.
func (p *Project) readLedger() (*ledger, error) {
	name := p.ledgerName()
	if name == "" {
		return nil, nil
	}
	path := p.path(name)
	lines, err := datasets.ReadCorrections(path)
	if err != nil {
		return nil, err
	}
	l := &ledger{told: report.Corrections{Name: name, Lines: lines.Len()}, lines: lines}
	l.told.Size, l.told.SHA256, err = fingerprint(path)
	return l, err
}

// correctedSource is an export of participants whose cells a ledger corrects as they are read,
// before the rows of a person are brought together and before anything is checked or counted.
type correctedSource struct {
	datasets.Source
	ledger  *ledger
	profile *datasets.Profile
}

// Batches streams the corrected rows. A correction that does not fit is [datasets.Unreadable] with
// its place in the ledger, at the end of the stream.
func (s *correctedSource) Batches() iter.Seq2[*datasets.Batch, error] {
	return s.ledger.lines.Apply(s.profile, s.Source.Batches(), &s.ledger.done)
}

// Corrections tells what was changed; it is complete when the stream has ended.
func (s *correctedSource) Corrections() *report.Corrections {
	out, done := s.ledger.told, s.ledger.done
	out.Records, out.Made = done.Records, done.Entries
	for _, f := range s.profile.Fields().Fields {
		if n := done.Fields[f.Name]; n > 0 {
			out.Fields = append(out.Fields, report.CorrectedField{Field: f.Name, Label: text(f.Label), Cells: n})
		}
	}
	return &out
}
