package batch

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// efficiencySection holds the shares of the efficiency criterion against its thresholds; empty where
// the project is not held to it.
func (r *run) efficiencySection() (report.Section, error) {
	s := report.Section{ID: "efficiency", Title: evaluate.T("Kryterium efektywności", "Efficiency criterion")}
	of := r.efficiencyTable()
	if of == nil {
		return s, nil
	}
	title := text(of.Set.Title)
	s.Lead = []evaluate.Text{evaluate.T("Zestaw reguł: "+title.PL+". Odsetek odnosi się do osób, które zakończyły udział zgodnie ze ścieżką i skorzystały z usług danego rodzaju; mianowniki kryteriów są więc różne, a jedna osoba może być w kilku podgrupach.",
		"Rule set: "+title.EN+". The share relates to those who finished as planned and received services of the kind; so the denominators of the criteria differ, and one person may be in several subgroups.")}
	t := &report.Table{ID: "efficiency", Title: evaluate.T("Efektywność a progi", "Efficiency against thresholds"), Columns: []evaluate.Text{
		evaluate.T("kryterium i podgrupa", "criterion and subgroup"), evaluate.T("odsetek ogółem", "share, total"), evaluate.T("próg (co najmniej)", "threshold (at least)"),
		evaluate.T("wynik", "verdict"), evaluate.T("kobiety", "women"), evaluate.T("mężczyźni", "men")}}
	for _, line := range criteria(of) {
		name := text(line.def.Name)
		row := r.row(evaluate.T(name.PL+" – "+line.of.PL, name.EN+" – "+line.of.EN), false, line.path+"/total/share", line.path+"/total/threshold")
		verdict, _ := r.held(line)
		if line.held == nil {
			row.Cells[1] = report.W(r.withoutThreshold())
		}
		row.Cells = append(row.Cells, report.W(verdict.Words()), r.figureCell(line.path+"/women/share"), r.figureCell(line.path+"/men/share"))
		t.Rows = append(t.Rows, row)
		if line.held == nil && len(t.Notes) == 0 {
			t.Notes = append(t.Notes, r.noThreshold())
		}
	}
	s.Blocks = append(s.Blocks, block(nil, t))
	return s, nil
}
