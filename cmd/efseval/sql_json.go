package main

import (
	"maps"
	"slices"

	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/sqltext"
)

// sqlSchema names the shape of the JSON that efseval sql prints.
const sqlSchema = "efseval/sql/1"

// sqlJSON is a text for an engine, for programs. Of the statement that makes the table there is no rule set and no
// figure.
type sqlJSON struct {
	Schema      string            `json:"schema"`
	Version     string            `json:"version"`
	Dialect     string            `json:"dialect"`
	Table       string            `json:"table"`
	Set         *setJSON          `json:"set,omitempty"`
	Figures     []sqlFigureJSON   `json:"figures,omitempty"`
	Unavailable []unavailableJSON `json:"unavailable,omitempty"` // figures asked for and not counted
	NoSex       map[string]string `json:"no_sex,omitempty"`      // why all persons are in the row of the empty text
	SQL         string            `json:"sql"`
}

// sqlFigureJSON says in which columns of the answer a figure stands.
type sqlFigureJSON struct {
	Code string `json:"code"`
	Num  string `json:"num"`
	Den  string `json:"den"`
}

type unavailableJSON struct {
	Code string            `json:"code"`
	Why  map[string]string `json:"why"`
}

func (f *sqlFlags) countJSON(set *indicators.Set, q sqltext.Query) sqlJSON {
	out := sqlJSON{Schema: sqlSchema, Version: version, Dialect: f.dialect, Table: f.table,
		Set: &setJSON{set.Name, set.Version, byLanguage(set.Title), false}, Figures: []sqlFigureJSON{}, SQL: q.Text}
	for i, code := range q.Codes {
		num, den := q.Columns(i)
		out.Figures = append(out.Figures, sqlFigureJSON{code, num, den})
	}
	for _, code := range slices.Sorted(maps.Keys(q.Unavailable)) {
		out.Unavailable = append(out.Unavailable, unavailableJSON{code, byLanguage(q.Unavailable[code])})
	}
	if q.NoSex != nil {
		out.NoSex = byLanguage(*q.NoSex)
	}
	return out
}
