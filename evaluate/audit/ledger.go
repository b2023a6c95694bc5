package audit

import (
	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/report"
)

// Ledger is what the manifest says of the corrections of a run: alone among the outputs it names
// who made each, and why. Values stand only where they can be told of one person: never those of
// fields that identify or are sensitive, nor of free text.
type Ledger struct {
	Name    string       `json:"name"`
	Size    int64        `json:"size"`
	SHA256  string       `json:"sha256"`
	Entries int          `json:"entries"`       // lines of the ledger
	Cells   int          `json:"cells_changed"` // of the export
	Rows    int          `json:"rows_changed"`
	Made    []Correction `json:"made"` // one for each changed cell; empty and never null
}

// Correction is one changed cell, with who changed it and why.
type Correction struct {
	Line   int     `json:"line"` // of the ledger
	File   string  `json:"file"`
	Sheet  string  `json:"sheet,omitempty"`
	Row    int     `json:"row"`           // of the export, from 1
	Column int     `json:"column"`        // from 1
	Field  string  `json:"field"`         // canonical name
	Old    *string `json:"old,omitempty"` // left out where it may not be told; empty: no value that could be read
	New    *string `json:"new,omitempty"`
	Reason string  `json:"reason"`
	Who    string  `json:"who"`
	Date   string  `json:"date"` // yyyy-MM-dd, as the ledger has it
}

// ledgerOf is nil where there is no ledger.
func ledgerOf(c *report.Corrections) *Ledger {
	if c == nil {
		return nil
	}
	out := &Ledger{Name: c.Name, Size: c.Size, SHA256: c.SHA256, Entries: c.Lines, Cells: c.Cells(), Rows: c.Records, Made: []Correction{}}
	for _, e := range c.Made {
		made := Correction{Line: e.Line, File: e.At.File, Sheet: e.At.Sheet, Row: e.At.Row, Column: e.At.Column, Field: e.Field,
			Reason: e.Reason, Who: e.Who, Date: datasets.FormatDay(e.Day)}
		if e.Shown {
			made.Old, made.New = &e.Old, &e.New
		}
		out.Made = append(out.Made, made)
	}
	return out
}
