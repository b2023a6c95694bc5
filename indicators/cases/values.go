package cases

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/efseval/efseval/indicators"
)

// Value is one thing a case asks about: what it is, what must come out and what did. The two texts are equal
// where the case holds.
type Value struct {
	What, Want, Got string
}

// none stands for an empty list.
const none = "-"

// Values counts the case and lists everything it asks about, in a fixed order. An error means that the case
// could not be counted at all, which is another thing than a value that differs.
func (c *Case) Values() ([]Value, error) {
	table, err := c.Table()
	if c.Error != "" {
		got := "no error"
		if err != nil {
			got = holding(err.Error(), c.Error)
		}
		return []Value{{"error", c.Error, got}}, nil
	}
	if err != nil {
		return nil, err
	}
	v := values{table: table}
	v.each(c.Expect, "", v.cell)
	v.each(c.Basis, " basis", v.basis)
	v.each(c.Targets, " target", v.target)
	v.reasons(c)
	v.gaps(c)
	v.add("violations", list(c.Violations), list(violations(table)))
	v.add("thresholds", list(c.Thresholds), list(thresholds(table)))
	return v.all, v.err
}

// values gathers what is asked of a table.
type values struct {
	table *indicators.Table
	all   []Value
	err   error
}

func (v *values) add(what, want, got string) { v.all = append(v.all, Value{what, want, got}) }

// each asks about cells, given as code -> group -> text.
func (v *values) each(cells map[string]map[string]string, kind string, got func(code string, g indicators.Group, want string) (string, error)) {
	for _, code := range slices.Sorted(maps.Keys(cells)) {
		for _, name := range slices.Sorted(maps.Keys(cells[code])) {
			g, err := indicators.ParseGroup(name)
			if err != nil {
				v.err = err
				return
			}
			text, err := got(code, g, cells[code][name])
			if err != nil {
				v.err = err
				return
			}
			v.add(code+kind+" "+name, cells[code][name], text)
		}
	}
}

func (v *values) cell(code string, g indicators.Group, _ string) (string, error) {
	c, ok := v.table.Cell(code, g)
	if !ok {
		return "", fmt.Errorf("cases: the table has no cell %s %s", code, g)
	}
	return cellText(c), nil
}

func cellText(c indicators.Cell) string {
	if !c.Available {
		return "n/a"
	}
	return fmt.Sprintf("%d/%d", c.Num, c.Den)
}

// basis is on what a result rests, of those that a case of it lists.
func (v *values) basis(code string, g indicators.Group, _ string) (string, error) {
	r, ok := v.table.Row(code)
	if !ok {
		return "", fmt.Errorf("cases: the table has no row %s", code)
	}
	i := slices.Index(v.table.Groups, g)
	if i < 0 || i >= len(r.Basis) {
		return none, nil
	}
	return fmt.Sprintf("%d+%d", r.Basis[i].OnDate, r.Basis[i].OnSituation), nil
}

func (v *values) target(code string, g indicators.Group, want string) (string, error) {
	least, _, _ := strings.Cut(want, " ")
	n, err := strconv.ParseInt(least, 10, 64)
	if err != nil {
		return "", fmt.Errorf("cases: target of %s: %w", code, err)
	}
	return least + " " + string(indicators.Target{Code: code, Group: g, AtLeast: n}.Against(v.table).Verdict), nil
}

// reasons are those of rows that are not available, and the columns a row went without.
func (v *values) reasons(c *Case) {
	for _, code := range slices.Sorted(maps.Keys(c.Why)) {
		cell, _ := v.table.Cell(code, indicators.Total)
		v.add(code+" why pl", c.Why[code], holding(cell.Why.PL, c.Why[code]))
		v.add(code+" why en", c.Why[code], holding(cell.Why.EN, c.Why[code]))
	}
	for _, code := range slices.Sorted(maps.Keys(c.Without)) {
		r, _ := v.table.Row(code)
		v.add(code+" without", list(c.Without[code]), list(r.Without))
	}
}

// gaps are the records that are not complete, and the answers refused.
func (v *values) gaps(c *Case) {
	last := len(v.table.Groups) - 1
	incomplete, noColumn, refusals := map[string]int64{}, map[string]int64{}, map[string]int64{}
	for _, g := range v.table.Incomplete {
		incomplete[g.Field], noColumn[g.Field] = g.Row.Cells[last].Num, g.NoColumn
	}
	for _, r := range v.table.Refusals {
		refusals[r.Field] = r.Row.Cells[last].Num
	}
	v.add("incomplete", counts(c.Incomplete), counts(incomplete))
	v.add("no column", counts(c.NoColumn), counts(noColumn))
	v.add("refusals", counts(c.Refusals), counts(refusals))
}

// holding is the words, where a text holds them, otherwise the text.
func holding(text, words string) string {
	if strings.Contains(text, words) {
		return words
	}
	return text
}

func list(words []string) string {
	if len(words) == 0 {
		return none
	}
	return strings.Join(words, "; ")
}

// counts prints the counts of fields that are not 0.
func counts(of map[string]int64) string {
	var words []string
	for _, field := range slices.Sorted(maps.Keys(of)) {
		if of[field] != 0 {
			words = append(words, fmt.Sprintf("%s: %d", field, of[field]))
		}
	}
	return list(words)
}

func violations(table *indicators.Table) (words []string) {
	for _, v := range table.Check() {
		words = append(words, v.Rule+" @ "+v.Group.String())
	}
	return words
}

func thresholds(table *indicators.Table) (words []string) {
	for _, a := range table.Thresholds {
		verdict, _ := a.Verdict()
		cell := a.Row.Cells[len(a.Row.Cells)-1]
		words = append(words, fmt.Sprintf("%s (%s) %s: %s %s", a.Threshold.Code, a.Threshold.Name.EN, a.Threshold.AtLeast, cellText(cell), verdict))
	}
	return words
}
