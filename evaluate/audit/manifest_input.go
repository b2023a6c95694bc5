package audit

import (
	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/report"
)

// Input is what the manifest says of one file of data: what it was, what was concluded about its
// format, and what became of its rows.
type Input struct {
	Role      string   `json:"role"` // participants, costs, survey/motivation/pre; several are parted by ", "
	Name      string   `json:"name"` // relative to the project file
	Size      int64    `json:"size"` // bytes
	SHA256    string   `json:"sha256"`
	Synthetic bool     `json:"made_up"`
	Format    string   `json:"format"` // csv, xlsx or parquet
	Encoding  string   `json:"encoding,omitempty"`
	Separator string   `json:"separator,omitempty"`
	Sheet     string   `json:"sheet,omitempty"`
	HeaderRow int      `json:"header_row,omitempty"`   // from 1; 0: the format has none
	Profile   string   `json:"profile"`                // by name
	File      string   `json:"profile_file,omitempty"` // where the profile is not a ready one
	FileSum   string   `json:"profile_sha256,omitempty"`
	Columns   []Column `json:"columns"`
	RowsRead  int      `json:"rows_read"`                // counted and set aside
	RowsCount int      `json:"rows_counted"`             // behind participations, sheets or costs
	SetAside  []Aside  `json:"rows_set_aside,omitempty"` // why each of the others is not counted
	Persons   int      `json:"participations,omitempty"` // 0: the input is of no participants
}

// Column is a column of an input and the fields that it was read as.
type Column struct {
	Column int      `json:"column"` // from 1
	Header string   `json:"header"` // empty where no field reads it
	Fields []string `json:"fields,omitempty"`

	Dates   []Met `json:"dates,omitempty"`   // the forms in which its dates were met
	Numbers []Met `json:"numbers,omitempty"` // and its numbers
}

// Met is a form, in the words of [datasets.BoundColumn], and the number of cells that have it.
type Met struct {
	Form  string `json:"form"`
	Cells int    `json:"cells"`
}

// Aside is how many rows were not counted, and what they are.
type Aside struct {
	Record string `json:"record"`
	Rows   int    `json:"rows"`
}

func inputOf(in report.Input) Input {
	c, a := in.Conclusions, in.Accounting
	out := Input{Role: in.Role, Name: in.Name, Size: in.Size, SHA256: in.SHA256, Synthetic: in.Synthetic, Format: c.Format,
		Encoding: c.Encoding, Separator: c.Separator, Sheet: c.Sheet, HeaderRow: c.HeaderRow, Profile: c.Profile, File: in.ProfileFile, FileSum: in.ProfileSHA256,
		RowsRead: a.Read, RowsCount: a.Counted, Persons: a.Participations, Columns: columnsOf(c)}
	for _, s := range a.Aside {
		out.SetAside = append(out.SetAside, Aside{s.Record.Code, s.Rows})
	}
	return out
}

// columnsOf lists what each column was read as. The header of a column that no field reads is
// left out: in a broken file it may be a data row.
func columnsOf(c datasets.Conclusions) []Column {
	var out []Column
	for _, b := range c.Columns {
		col := Column{Column: b.Column, Fields: b.Fields, Dates: metOf(b.Dates), Numbers: metOf(b.Numbers)}
		if len(b.Fields) > 0 {
			col.Header = b.Header
		}
		out = append(out, col)
	}
	return out
}

func metOf(forms []datasets.Met) (out []Met) {
	for _, m := range forms {
		out = append(out, Met(m))
	}
	return out
}
