package report

import (
	"fmt"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// Corrections says what a ledger changed in the export of participants. Reports tell how many cells
// of which fields; who corrected what, and why, is for the manifest.
type Corrections struct {
	Name    string // of the ledger, relative to the project file
	Size    int64
	SHA256  string
	Lines   int // corrections in it
	Records int // rows in which a cell was changed at least
	Fields  []CorrectedField
	Made    []datasets.CorrectedCell // in the order of the ledger
}

// CorrectedField is a field and how many of its cells were changed.
type CorrectedField struct {
	Field string
	Label evaluate.Text
	Cells int
}

// Cells is the number of cells changed.
func (c *Corrections) Cells() int {
	n := 0
	for _, f := range c.Fields {
		n += f.Cells
	}
	return n
}

// correctionsGrid is a line for each field and the sum; without a ledger it has no rows.
func correctionsGrid(r *Report) *grid {
	g := &grid{
		id: "corrections", title: evaluate.T("Sprostowane komórki", "Corrected cells"),
		columns: []evaluate.Text{evaluate.T("Pole", "Field"), evaluate.T("Sprostowane komórki", "Cells corrected")},
	}
	c := r.Corrections
	if c == nil {
		return g
	}
	for _, f := range c.Fields {
		g.rows = append(g.rows, line{label: f.Label, entries: []entry{number(f.Cells)}})
	}
	g.rows = append(g.rows, line{label: evaluate.T("razem", "in all"), entries: []entry{number(c.Cells())}, total: true})
	g.notes = []evaluate.Text{evaluate.T(
		fmt.Sprintf("Eksport zostaje, jaki był; %s poprawia go przy każdym przebiegu przed liczeniem (wierszy ze zmianą: %d). Każdą zmianę z miejscem, powodem i datą podaje manifest.json.", c.Name, c.Records),
		fmt.Sprintf("The export stays as it was; %s corrects it on every run before anything is counted (rows with a change: %d). Each change with its place, reason and date is in manifest.json.", c.Name, c.Records))}
	return g
}

// jsonCorrections is what results.json says of a ledger. Its file stands in the manifest, as those of the inputs do, so
// that the same corrections in another order make the same bytes; earlier versions told it here.
type jsonCorrections struct {
	Name    string               `json:"name,omitempty"`
	Size    int64                `json:"size,omitempty"`
	SHA256  string               `json:"sha256,omitempty"`
	Lines   int                  `json:"entries"`
	Cells   int                  `json:"cells"`
	Records int                  `json:"rows"`
	Fields  []jsonCorrectedField `json:"fields"`
}

type jsonCorrectedField struct {
	Field string        `json:"field"`
	Label evaluate.Text `json:"label"`
	Cells int           `json:"cells"`
}

func correctionsJSON(c *Corrections) jsonCorrections {
	j := jsonCorrections{Lines: c.Lines, Cells: c.Cells(), Records: c.Records, Fields: []jsonCorrectedField{}}
	for _, f := range c.Fields {
		j.Fields = append(j.Fields, jsonCorrectedField(f))
	}
	return j
}

func (j *jsonCorrections) corrections() *Corrections {
	if j == nil {
		return nil
	}
	c := &Corrections{Name: j.Name, Size: j.Size, SHA256: j.SHA256, Lines: j.Lines, Records: j.Records}
	for _, f := range j.Fields {
		c.Fields = append(c.Fields, CorrectedField(f))
	}
	return c
}
