package main

import (
	"io"
	"path/filepath"
	"strings"
)

// tableSchema names the shape of the JSON that efseval export prints.
const tableSchema = "efseval/export/1"

// tableJSON is what was written, for programs.
type tableJSON struct {
	Schema  string            `json:"schema"`
	Version string            `json:"version"`
	Table   string            `json:"table"`
	Format  string            `json:"format"` // csv or parquet
	Set     string            `json:"set"`    // whose columns were kept; empty: all were
	Export  *exportJSON       `json:"export"` // what was read
	Columns []tableColumnJSON `json:"columns"`
	// KeyKept tells whether the pseudonyms are under a key of the user's; else it was drawn for the run and is gone.
	KeyKept  bool       `json:"key_kept"`
	Problems []ruleJSON `json:"problems"` // of the export, by rule
}

type tableColumnJSON struct {
	Name  string            `json:"name"`
	Kind  string            `json:"kind"`
	Label map[string]string `json:"label"`
}

func (f *tableFlags) writeJSON(w io.Writer, out *tableFile, e *export) error {
	seen := e.seen()
	about := tableJSON{Schema: tableSchema, Version: version, Table: f.output, Format: strings.ToLower(strings.TrimPrefix(filepath.Ext(f.output), ".")),
		Set: f.set, Export: seen.json(), KeyKept: f.key != "", Problems: seen.problems()}
	for _, c := range out.layout.Columns {
		about.Columns = append(about.Columns, tableColumnJSON{c.Name, c.Kind.String(), byLanguage(c.Label)})
	}
	return printJSON(w, about)
}
