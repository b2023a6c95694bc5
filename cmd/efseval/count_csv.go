package main

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// writeCSV prints a line a figure and group; what is not available has no numbers and says why. Of a
// table that is split the whole stands first, as part 0 without values, and then each part; a text as
// most wrote it, not as it is compared.
func (c *counted) writeCSV(w io.Writer, lang evaluate.Lang) error {
	out := csv.NewWriter(w)
	head := []string{"code", "group"}
	if c.table.By != nil {
		head = append(head, "part")
	}
	for _, d := range c.table.By {
		head = append(head, d.Name)
	}
	if err := out.Write(append(head, "num", "den", "available", "why", "on_date", "on_situation")); err != nil {
		return err
	}
	if err := c.csvTable(out, c.table, 0, make([]string, len(c.table.By)), lang); err != nil {
		return err
	}
	for i, p := range c.table.Parts {
		if err := c.csvTable(out, p.Table, i+1, c.csvValues(&p), lang); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func (c *counted) csvValues(p *indicators.Part) []string {
	values := slices.Clone(p.Values)
	for i, d := range c.table.By {
		if f := c.table.Set.Schema().Field(d.Field); f != nil && f.Kind == datasets.Text && values[i] != indicators.NotKnown {
			values[i] = p.Labels[i].EN
		}
	}
	return values
}

func (c *counted) csvTable(out *csv.Writer, t *indicators.Table, part int, values []string, lang evaluate.Lang) error {
	for _, l := range append(c.lines(t), c.gapLines(t)...) {
		for i, g := range t.Groups {
			record := []string{l.code, g.String()}
			if c.table.By != nil {
				record = append(append(record, strconv.Itoa(part)), values...)
			}
			record = append(append(record, csvCell(l.row.Cells[i], lang)...), csvBasis(&l.row, i)...)
			if err := out.Write(record); err != nil {
				return err
			}
		}
	}
	return nil
}

func csvCell(c indicators.Cell, lang evaluate.Lang) []string {
	if !c.Available {
		return []string{"", "", "false", said(c.Why, lang)}
	}
	return []string{strconv.FormatInt(c.Num, 10), strconv.FormatInt(c.Den, 10), "true", ""}
}

// csvBasis is what the numerator of a result rests on; blank of others.
func csvBasis(r *indicators.Row, i int) []string {
	if r.Basis == nil || !r.Cells[i].Available {
		return []string{"", ""}
	}
	return []string{strconv.FormatInt(r.Basis[i].OnDate, 10), strconv.FormatInt(r.Basis[i].OnSituation, 10)}
}
