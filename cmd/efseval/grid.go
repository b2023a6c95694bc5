package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/efseval/efseval/evaluate/report"
)

// grid is a table on the terminal: a code, a name, and columns of numbers to the right.
type grid struct {
	head   []string // above code, name and each number
	short  []string // the same, where a terminal is narrow; none: the head
	legend string   // of the short head
	rows   []gridRow
	wide   bool // names are not wrapped where no terminal bounds them
}

// gridRow is a line of a grid; one without a code is left blank. Words stand in the place of the
// numbers.
type gridRow struct {
	code, name string
	cells      []string
	words      string
}

// leastName is the narrowest column of names; where less is left they stand on lines of their own.
const leastName = 18

// easyName is how narrow names may be before the head gives way to a short one.
const easyName = 36

// mostName is the widest column of names where no terminal bounds it.
const mostName = 60

// write prints the grid, names wrapped to what a terminal leaves them, or to [mostName] where width is 0.
func (g *grid) write(w io.Writer, width int) {
	code, name, cells := g.fit(width)
	if len(g.short) > 0 && width > 0 && name < easyName {
		g.head, g.short = g.short, nil
		writeWrapped(w, g.legend, 2, width)
		code, name, cells = g.fit(width)
	}
	below := name < leastName && width > 0
	if below {
		name = 0
	}
	if len(g.head) > 2 {
		g.line(w, []string{""}, "", g.head[2:], "", [2]int{code, name}, cells)
	}
	for _, r := range g.rows {
		lines := report.Wrap(r.name, name)
		if below && r.code != "" {
			writeWrapped(w, r.code+"  "+r.name, 2, width)
			lines, r.code = []string{""}, ""
		}
		g.line(w, lines, r.code, r.cells, r.words, [2]int{code, name}, cells)
	}
}

// fit is what code, name and each number take where there are so many characters.
func (g *grid) fit(width int) (code, name int, cells []int) {
	code, name, cells = g.widths()
	numbers := 0
	for _, n := range cells {
		numbers += n + 2
	}
	switch {
	case width > 0:
		name = min(name, width-code-2-numbers)
	case !g.wide:
		name = min(name, mostName)
	}
	return code, name, cells
}

// widths are those of code, name and each number.
func (g *grid) widths() (code, name int, cells []int) {
	for _, h := range g.head[2:] {
		cells = append(cells, utf8.RuneCountInString(h))
	}
	for _, r := range g.rows {
		code, name = max(code, utf8.RuneCountInString(r.code)), max(name, utf8.RuneCountInString(r.name))
		for i, c := range r.cells {
			cells[i] = max(cells[i], utf8.RuneCountInString(c))
		}
	}
	return code, name, cells
}

// line prints a row: its numbers beside the first line of its name, where they are found by its code.
func (g *grid) line(w io.Writer, name []string, code string, cells []string, words string, widths [2]int, columns []int) {
	for i, part := range name {
		text := padRight(code, widths[0]) + "  " + padRight(part, widths[1])
		if code = ""; i == 0 {
			for j, c := range cells {
				text += "  " + padLeft(c, columns[j])
			}
			if words != "" {
				text += "  " + words
			}
		}
		fmt.Fprintln(w, strings.TrimRight(text, " "))
	}
}

func padRight(s string, n int) string {
	return s + strings.Repeat(" ", max(0, n-utf8.RuneCountInString(s)))
}

func padLeft(s string, n int) string {
	return strings.Repeat(" ", max(0, n-utf8.RuneCountInString(s))) + s
}

// writeWrapped prints a text, its further lines indented.
func writeWrapped(w io.Writer, text string, indent, width int) {
	writeWrappedFrom(w, text, 0, indent, width)
}

// writeWrappedFrom prints a text that begins at a column, its further lines at another.
func writeWrappedFrom(w io.Writer, text string, at, indent, width int) {
	for i, line := range report.Wrap(text, max(width-max(at, indent), 0)) {
		if i > 0 {
			line = strings.Repeat(" ", indent) + line
		}
		fmt.Fprintln(w, line)
	}
}
