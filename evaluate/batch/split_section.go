package batch

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// maxPartColumns is how many parts fit side by side on a page.
const maxPartColumns = 8

// splitSection is an appendix: the figures in the parts that the project asked for; empty without any.
func (r *run) splitSection() (report.Section, error) {
	s := report.Section{ID: "splits", Title: evaluate.T("Załącznik: podziały", "Appendix: splits")}
	if len(r.splitsBy) == 0 {
		return s, nil
	}
	s.Lead = []evaluate.Text{evaluate.T(
		"Wydanie wewnętrzne: komórki podziałów bywają małe i mogą wskazywać osoby. Liczby z podziałem na płeć i mianowniki zawiera plik figures.csv.",
		"Internal edition: the cells of splits may be small and point at persons. The file figures.csv has the numbers by sex and the denominators.")}
	for _, by := range r.splitsBy {
		if len(by.parts) <= maxPartColumns {
			s.Blocks = append(s.Blocks, block(nil, r.wideSplit(by)))
		} else {
			s.Blocks = append(s.Blocks, block(nil, r.longSplit(by)))
		}
	}
	return s, nil
}

func (s *split) table(columns ...evaluate.Text) *report.Table {
	id := strings.NewReplacer("_", "-", "+", "-by-").Replace(s.name)
	return &report.Table{ID: "split-" + id, Title: evaluate.T("Podział", "Split").Joined(": ", s.heading()),
		Columns: columns, Notes: []evaluate.Text{s.rule()}}
}

// wideSplit has a column for each part and a row for each indicator that anybody meets.
func (r *run) wideSplit(s *split) *report.Table {
	t := s.table(evaluate.T("wskaźnik (ogółem)", "indicator (total)"))
	row := report.Row{Label: evaluate.T("uczestnicy", "participants"), Total: true}
	for _, p := range s.parts {
		t.Columns = append(t.Columns, p.label)
		row.Cells = append(row.Cells, r.figureCell("participants/by/"+s.name+"/"+p.id+"/total"))
	}
	t.Columns, row.Cells = append(t.Columns, evaluate.T("ogółem", "total")), append(row.Cells, r.figureCell("participants/total"))
	t.Rows = append(t.Rows, row)
	for i := range r.set.Definitions {
		d := &r.set.Definitions[i]
		if c := r.cell(d.Code, indicators.Total); d.Fact || !c.Available || c.Num == 0 {
			continue
		}
		row := report.Row{Code: d.Code, Label: text(d.Name)}
		for _, p := range s.parts {
			row.Cells = append(row.Cells, r.figureCell("indicator/"+d.Code+"/by/"+s.name+"/"+p.id+"/total"))
		}
		row.Cells = append(row.Cells, r.figureCell(indicatorID(d.Code, indicators.Total)))
		t.Rows = append(t.Rows, row)
	}
	return t
}

// longSplit has a row for each part, of the participants alone.
func (r *run) longSplit(s *split) *report.Table {
	t := s.table(s.heading(), evaluate.T("uczestnicy", "participants"), evaluate.T("kobiety", "women"), evaluate.T("mężczyźni", "men"))
	for _, p := range s.parts {
		id := "participants/by/" + s.name + "/" + p.id
		t.Rows = append(t.Rows, r.row(p.label, false, id+"/total", id+"/women", id+"/men"))
	}
	t.Rows = append(t.Rows, r.row(evaluate.T("ogółem", "total"), true, "participants/total", "participants/women", "participants/men"))
	t.Notes = append(t.Notes, evaluate.T("Wartości jest wiele, więc tu stoją tylko uczestnicy; wskaźniki każdej części zawiera plik figures.csv.",
		"There are many values, so only the participants stand here; the file figures.csv has the indicators of each part."))
	return t
}
