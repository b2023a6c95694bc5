package main

import (
	"encoding/csv"
	"io"
	"strconv"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// writeCSV prints a line a figure and group; what is not available has no numbers and says why.
func (c *counted) writeCSV(w io.Writer, lang evaluate.Lang) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"code", "group", "num", "den", "available", "why"}); err != nil {
		return err
	}
	for _, l := range append(c.lines(c.table), c.gapLines(c.table)...) {
		for i, g := range c.table.Groups {
			if err := out.Write(append([]string{l.code, g.String()}, csvCell(l.row.Cells[i], lang)...)); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func csvCell(c indicators.Cell, lang evaluate.Lang) []string {
	if !c.Available {
		return []string{"", "", "false", said(c.Why, lang)}
	}
	return []string{strconv.FormatInt(c.Num, 10), strconv.FormatInt(c.Den, 10), "true", ""}
}
