package report

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/efseval/efseval/evaluate"
)

// coverSheet says what the workbook is of and, above all, whether its people exist.
func coverSheet(r *Report) *sheet {
	s := &sheet{name: "cover", title: evaluate.T("Okładka", "Cover"), head: []string{"Pole / Field", "Polski", "English"}}
	add := func(label, t evaluate.Text) {
		s.rows = append(s.rows, []value{{words: both(label), bold: true}, wordsOrDash(t.PL), wordsOrDash(t.EN)})
	}
	add(evaluate.T("Projekt", "Project"), r.Project.Title)
	if syn := r.Project.Synthetic; syn != nil {
		add(evaluate.T("DANE ZMYŚLONE", "MADE-UP DATA"), syn.Statement)
		for _, m := range syn.Matches {
			add(evaluate.T("zgodne z ogłoszoną wielkością", "matches the published total"), m)
		}
	}
	for _, f := range titleLines(r) {
		add(f.Label, f.Value)
	}
	add(evaluate.T("Układ", "Layout"), evaluate.T(
		"Każdy arkusz to jedna tabela od komórki A1 z jednym wierszem nagłówka. Liczby mają pełną dokładność. Znaki objaśnia arkusz notes.",
		"Each sheet is one table from cell A1 with one heading row. Numbers have full precision. The sheet notes explains the signs."))
	return s
}

func wordsOrDash(s string) value {
	if s == "" {
		return value{words: "–", faint: true}
	}
	return value{words: s}
}

func contentsSheet(sheets []*sheet) *sheet {
	s := &sheet{name: "contents", title: evaluate.T("Spis treści", "Contents"), head: []string{"Arkusz / Sheet", "Tytuł", "Title", "Wiersze / Rows"}}
	for _, of := range sheets {
		rows := number(len(of.rows))
		s.rows = append(s.rows, []value{{words: of.name, link: of.name}, wordsOrDash(of.title.PL), wordsOrDash(of.title.EN), {number: rows.figure}})
	}
	return s
}

// notesSheet explains the signs and holds the footnotes of every sheet.
func notesSheet(r *Report, sheets []*sheet) *sheet {
	s := &sheet{name: "notes", title: evaluate.T("Przypisy", "Notes"), head: []string{"Arkusz / Sheet", "Znak / Mark", "Objaśnienie", "Explanation"}}
	all := both(evaluate.T("wszystkie", "all"))
	add := func(sheet, mark string, t evaluate.Text) {
		s.rows = append(s.rows, []value{{words: sheet}, {words: mark}, wordsOrDash(t.PL), wordsOrDash(t.EN)})
	}
	add(all, "–", evaluate.T("nie dotyczy", "does not apply"))
	add(all, both(evaluate.T("brak danych", "not available")), evaluate.T("wartości nie ma; to nie jest 0; powód podaje przypis albo kolumna note w arkuszu figures", "there is no value; this is not 0; the footnote or the column note of the sheet figures says why"))
	add(all, both(evaluate.T("utajnione", "suppressed")), evaluate.T("ukryto, by nikogo nie rozpoznano", "hidden so that nobody is recognised"))
	add(all, "≤, ≥", evaluate.T("najwyżej, co najmniej; komórka zawiera samą liczbę", "at most, at least; the cell holds the bare number"))
	if anyMadeUp(r) {
		add(all, "†", daggerText)
	}
	for _, of := range sheets {
		for _, n := range of.notes {
			add(of.name, n.mark, n.text)
		}
	}
	return s
}

// tableSheets makes a sheet of every table of the document.
func tableSheets(parts []part) []*sheet {
	var sheets []*sheet
	for _, p := range parts {
		for _, one := range p.pieces {
			if one.grid != nil {
				sheets = append(sheets, gridSheet(one.grid))
			}
		}
	}
	return sheets
}

func gridSheet(g *grid) *sheet {
	s := &sheet{name: g.id, title: g.title}
	coded, noted := g.coded(), len(g.footnotes) > 0
	if coded {
		s.head = append(s.head, "Kod / Code")
	}
	s.head = append(s.head, g.columns[0].PL+" (pl)", g.columns[0].EN+" (en)")
	for _, c := range g.columns[1:] {
		s.head = append(s.head, both(c))
	}
	if noted {
		s.head = append(s.head, "Przypisy / Notes")
	}
	for _, l := range g.rows {
		s.rows = append(s.rows, sheetRow(l, coded, noted))
	}
	for i, n := range g.footnotes {
		s.notes = append(s.notes, sheetNote{fmt.Sprintf("[%d]", i+1), n})
	}
	for _, n := range g.notes {
		s.notes = append(s.notes, sheetNote{both(evaluate.T("cała tabela", "whole table")), n})
	}
	return s
}

func sheetRow(l line, coded, noted bool) []value {
	var row []value
	if coded {
		row = append(row, wordsOrDash(l.code))
	}
	row = append(row, wordsOrDash(l.label.PL), wordsOrDash(l.label.EN))
	var marks []int
	for _, e := range l.entries {
		row = append(row, sheetValue(e))
		marks = append(marks, e.marks...)
	}
	if noted {
		row = append(row, wordsOrDash(rowMarks(marks)))
	}
	for i := range row {
		row[i].bold = row[i].bold || l.total
	}
	return row
}

// rowMarks are the footnotes of a row, each once.
func rowMarks(marks []int) string {
	slices.Sort(marks)
	all := ""
	for _, n := range slices.Compact(marks) {
		all += "[" + strconv.Itoa(n) + "]"
	}
	return all
}

func sheetValue(e entry) value {
	if e.figure != nil {
		return value{number: e.figure}
	}
	return inBoth(evaluate.T(entryWords(e, evaluate.PL), entryWords(e, evaluate.EN)))
}
