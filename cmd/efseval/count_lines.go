package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// countLine is one figure of a table as every output has it.
type countLine struct {
	code   string // of an indicator, a reserved one, incomplete/FIELD or refused/FIELD
	name   datasets.Label
	stage  indicators.Stage // empty for what is no indicator
	shared bool             // its denominator is not everybody, so that the share says something
	row    indicators.Row
}

// lines are the figures of a table that were asked for, in its order.
func (c *counted) lines(t *indicators.Table) []countLine {
	var all []countLine
	for _, row := range []indicators.Row{t.Participants, t.GrandTotal, t.Leavers, t.Completed} {
		shared := row.Code == indicators.Leavers || row.Code == indicators.Completed
		all = append(all, countLine{row.Code, t.Set.NameOf(row.Code), "", shared, row})
	}
	for _, row := range t.Indicators {
		d := t.Set.Definition(row.Code)
		if d.Fact {
			all = append(all, factLine(d, row))
			continue
		}
		all = append(all, countLine{row.Code, d.Name, d.Stage, d.Stage.IsResult() || !d.Eligible.Everyone, row})
	}
	if len(c.codes) == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(l countLine) bool { return !slices.Contains(c.codes, l.code) })
}

// factLine is a number that the project states; where it does not, the line says how to state it here.
func factLine(d *indicators.Definition, row indicators.Row) countLine {
	row.Cells = slices.Clone(row.Cells)
	for i := range row.Cells {
		if why := &row.Cells[i].Why; strings.Contains(why.EN, "project.yaml") {
			*why = datasets.Label{PL: "liczbę podaje projekt, a eksport jej nie zawiera; podaj ją: --fact " + d.Code + "=LICZBA",
				EN: "the project states this number and the export does not hold it; say --fact " + d.Code + "=NUMBER"}
		}
	}
	return countLine{code: row.Code, name: d.Name, stage: d.Stage, row: row}
}

// gapLines are the incomplete records and the refusals; none where single figures were asked for.
func (c *counted) gapLines(t *indicators.Table) []countLine {
	if len(c.codes) > 0 {
		return nil
	}
	var all []countLine
	for _, g := range t.Incomplete {
		all = append(all, countLine{"incomplete/" + g.Field, g.Label, "", true, g.Row})
	}
	for _, r := range t.Refusals {
		all = append(all, countLine{"refused/" + r.Field, r.Label, "", true, r.Row})
	}
	return all
}

// head says by which rules and from what the table was counted.
func (c *counted) head() []evaluate.Text {
	set := c.table.Set
	rules := evaluate.T(fmt.Sprintf("%s, wersja %d: %s", set.Name, set.Version, set.Title.PL), fmt.Sprintf("%s, version %d: %s", set.Name, set.Version, set.Title.EN))
	if c.setFound {
		rules = rules.Joined(" ", evaluate.T("(przyjęty z profilu)", "(taken from the profile)"))
	}
	from := evaluate.Same(datasets.Visible(c.from))
	if e := c.export; e != nil {
		from = from.Joined(", ", evaluate.T("profil "+e.profile, "profile "+e.profile))
		if e.profileFound {
			from = from.Joined(" ", evaluate.T("(znaleziony po nagłówkach)", "(found by the headers)"))
		}
		from = from.Joined(", ", evaluate.T(fmt.Sprintf("wiersze: %d, uczestnictwa: %d", e.rows.Read, e.rows.Participations),
			fmt.Sprintf("rows: %d, participations: %d", e.rows.Read, e.rows.Participations)))
		if e.eachRow {
			return []evaluate.Text{rules, from, eachRowNote()}
		}
	}
	return []evaluate.Text{rules, from}
}

// eachRowNote says that a person may count more than once.
func eachRowNote() evaluate.Text {
	return evaluate.T("Każdy wiersz policzono jako uczestnictwo, tak jak stoi: wierszy jednej osoby w projekcie nie połączono (--rows participations), więc osoba o kilku wierszach liczy się kilka razy.",
		"Each row was counted as a participation, as it stands: the rows of a person in a project were not brought together (--rows participations), so a person with several rows counts several times.")
}
