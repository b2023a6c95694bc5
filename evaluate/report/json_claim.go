package report

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

type jsonClaim struct {
	Kind      ClaimKind      `json:"kind"`
	Figure    string         `json:"figure"`
	Label     evaluate.Text  `json:"label"`
	Unit      evaluate.Unit  `json:"unit"`
	Published *json.Number   `json:"published"`
	Computed  *json.Number   `json:"computed"`
	Floating  []string       `json:"floating,omitempty"`
	Decimals  int            `json:"decimals"`
	Source    string         `json:"source"`
	Verdict   Verdict        `json:"verdict"`
	Reason    *evaluate.Text `json:"reason,omitempty"`
}

func claimJSON(c Claim) jsonClaim {
	j := jsonClaim{
		Kind: c.Kind, Figure: c.Figure, Label: c.Label, Unit: c.Unit, Published: jsonNumber(c.Published), Computed: jsonNumber(c.Computed),
		Decimals: c.Decimals, Source: c.Source, Verdict: c.Verdict, Reason: given(c.Reason),
	}
	if c.Published.Present() && !c.Published.Exact() {
		j.Floating = append(j.Floating, "published")
	}
	if c.Computed.Present() && !c.Computed.Exact() {
		j.Floating = append(j.Floating, "computed")
	}
	return j
}

func (j *jsonClaim) claim() (Claim, error) {
	c := Claim{Kind: j.Kind, Figure: j.Figure, Label: j.Label, Unit: j.Unit, Decimals: j.Decimals, Source: j.Source, Verdict: j.Verdict, Reason: textOf(j.Reason)}
	var err error
	if c.Published, err = readNumber(j.Published, slices.Contains(j.Floating, "published")); err != nil {
		return c, err
	}
	c.Computed, err = readNumber(j.Computed, slices.Contains(j.Floating, "computed"))
	return c, err
}

// jsonInput is what results.json says of an input: what is the same for the same data, in whatever order and
// format they come. The manifest has the file: its name, size, sum, format and the forms of its columns.
type jsonInput struct {
	Role           string      `json:"role"`
	Synthetic      bool        `json:"synthetic,omitempty"`
	RowsRead       int         `json:"rows_read"`
	RowsCounted    int         `json:"rows_counted,omitempty"`
	Participations int         `json:"participations,omitempty"`
	Several        int         `json:"from_several_rows,omitempty"`
	SetAside       []jsonAside `json:"rows_set_aside,omitempty"`
}

// jsonInputRead is an input with what results.json told of its file before the manifest alone did.
type jsonInputRead struct {
	jsonInput
	Name          string    `json:"name,omitempty"`
	Size          int64     `json:"size,omitempty"`
	SHA256        string    `json:"sha256,omitempty"`
	Format        string    `json:"format,omitempty"`
	Encoding      string    `json:"encoding,omitempty"`
	Separator     string    `json:"separator,omitempty"`
	Sheet         string    `json:"sheet,omitempty"`
	HeaderRow     int       `json:"header_row,omitempty"`
	Profile       string    `json:"profile,omitempty"`
	ProfileFile   string    `json:"profile_file,omitempty"`
	ProfileSHA256 string    `json:"profile_sha256,omitempty"`
	Written       []jsonMet `json:"written,omitempty"`
}

type jsonAside struct {
	Code string `json:"code"`
	PL   string `json:"pl"`
	EN   string `json:"en"`
	Rows int    `json:"rows"`
}

func inputJSON(in Input) jsonInput {
	a := in.Accounting
	j := jsonInput{Role: in.Role, Synthetic: in.Synthetic, RowsRead: a.Read, RowsCounted: a.Counted, Participations: a.Participations, Several: a.Several}
	for _, s := range slices.SortedStableFunc(slices.Values(a.Aside), func(a, b datasets.SetAside) int { return cmp.Compare(a.Record.Code, b.Record.Code) }) {
		j.SetAside = append(j.SetAside, jsonAside{s.Record.Code, s.Record.PL, s.Record.EN, s.Rows})
	}
	return j
}

func (j jsonInputRead) input() Input {
	in := Input{
		Role: j.Role, Name: j.Name, Size: j.Size, SHA256: j.SHA256, Synthetic: j.Synthetic, ProfileFile: j.ProfileFile, ProfileSHA256: j.ProfileSHA256,
		Conclusions: datasets.Conclusions{Format: j.Format, Encoding: j.Encoding, Separator: j.Separator, Sheet: j.Sheet, HeaderRow: j.HeaderRow, Profile: j.Profile},
		Accounting:  datasets.Accounting{Read: j.RowsRead, Counted: j.RowsCounted, Participations: j.Participations, Several: j.Several},
	}
	for _, s := range j.SetAside {
		in.Accounting.Aside = append(in.Accounting.Aside, datasets.SetAside{Record: datasets.Term{Code: s.Code, PL: s.PL, EN: s.EN}, Rows: s.Rows})
	}
	in.Conclusions.Columns = columnsWritten(j.Written)
	return in
}
