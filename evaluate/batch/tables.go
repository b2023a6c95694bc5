package batch

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// figureCell is the cell of a figure, or blank where the run does not have it.
func (r *run) figureCell(id string) report.Cell {
	if _, ok := r.figures.Get(id); !ok {
		return report.Cell{}
	}
	return report.F(id)
}

// row is a line of a table, a figure a column; a column whose figure the run does not have is blank.
func (r *run) row(label evaluate.Text, total bool, ids ...string) report.Row {
	row := report.Row{Label: label, Total: total}
	for _, id := range ids {
		row.Cells = append(row.Cells, r.figureCell(id))
	}
	return row
}

// targetTable sets what was achieved beside each target: of the participants by sex, then of the indicators that have one.
func (r *run) targetTable() *report.Table {
	t := &report.Table{ID: "targets", Title: evaluate.T("Uczestnicy a cel", "Participants against target"),
		Columns: []evaluate.Text{evaluate.T("płeć", "sex"), evaluate.T("osiągnięto", "achieved"), evaluate.T("cel", "target"),
			evaluate.T("osiągnięto / cel", "achieved / target")}}
	if len(r.attained) > 0 {
		t.Columns = append(t.Columns, evaluate.T("wynik", "verdict"))
	}
	for _, g := range sexRows() {
		l := g.group.Label()
		target := "target/participants/" + g.id
		row := r.row(text(l), g.id == "total", "participants/"+g.id, target+"/planned", target)
		if row.Cells[1] == (report.Cell{}) {
			row.Cells[1] = report.W(evaluate.T("brak danych", "not available"))
		}
		row.Cells = append(row.Cells, r.verdictCell(target))[:len(t.Columns)-1]
		t.Rows = append(t.Rows, row)
	}
	for _, code := range sortedKeys(r.project.Targets.Indicators) {
		for _, g := range sexRows() {
			target := "target/" + code + "/" + g.id
			if _, ok := r.figures.Get(target); ok {
				row := r.row(labelOf(r.set.Definition(code), g.group), false, indicatorID(code, g.group), target+"/planned", target)
				row.Code, row.Cells = code, append(row.Cells, r.verdictCell(target))
				t.Rows = append(t.Rows, row)
			}
		}
	}
	return t
}

func (r *run) genderTable() *report.Table {
	t := &report.Table{ID: "gender-split", Title: evaluate.T("Kobiety i mężczyźni", "Women and men"),
		Columns: []evaluate.Text{evaluate.T("płeć", "sex"), evaluate.T("osoby", "persons"), evaluate.T("odsetek", "share")}}
	t.Rows = append(t.Rows, r.row(evaluate.T("kobiety", "women"), false, "participants/women", "participants/women-share"),
		r.row(evaluate.T("mężczyźni", "men"), false, "participants/men", "participants/men-share"))
	for _, g := range []indicators.Group{indicators.NonBinary, indicators.UnknownSex} {
		if _, ok := r.figures.Get("participants/" + g.String()); ok {
			t.Rows = append(t.Rows, r.row(text(g.Label()), false, "participants/"+g.String(), "participants/"+g.String()+"-share"))
		}
	}
	t.Rows = append(t.Rows, r.row(evaluate.T("ogółem", "total"), true, "participants/total", ""))
	return t
}

func (r *run) flowTable() *report.Table {
	if len(r.stages) == 0 {
		return nil
	}
	t := &report.Table{ID: "flow", Title: evaluate.T("Przepływ uczestników", "Participant flow"),
		Columns: []evaluate.Text{evaluate.T("etap", "stage"), evaluate.T("osoby", "persons"), evaluate.T("odsetek rozpoczynających", "share of those who began")}}
	for i, s := range r.stages {
		t.Rows = append(t.Rows, r.row(s.label, i == 0, s.id, s.id+"/share"))
	}
	return t
}

// recordsTable says who entered the totals, who did not, and which rows are not participants.
func (r *run) recordsTable() *report.Table {
	ids := []string{"participants/grand-total", "participants/total", "participants/incomplete"}
	for _, f := range r.figures.All() {
		if strings.HasPrefix(f.ID, "set-aside/") || strings.HasPrefix(f.ID, "refused/") {
			ids = append(ids, f.ID)
		}
	}
	if r.table == nil {
		ids = nil
	}
	return r.list("records", evaluate.T("Rekordy pełne, niepełne i odłożone; odmowy odpowiedzi", "Complete, incomplete and set-aside records; refusals"), evaluate.T("liczba", "number"), ids...)
}

// indicatorTables are one table a stage, and one for the indicators of this project.
func (r *run) indicatorTables() []*report.Table {
	own := map[string]bool{}
	for _, d := range r.project.Indicators {
		own[d.Code] = true
	}
	var tables []*report.Table
	for _, s := range []struct {
		id    string
		title evaluate.Text
		in    func(d *indicators.Definition) bool
	}{
		{"indicators-output", evaluate.T("Wskaźniki produktu (stan na wejściu)", "Output indicators (at entry)"),
			func(d *indicators.Definition) bool { return d.Stage == indicators.Output && !own[d.Code] }},
		{"indicators-result", r.immediateTitle(),
			func(d *indicators.Definition) bool { return d.Stage == indicators.ImmediateResult && !own[d.Code] }},
		{"indicators-longer-term", r.longerTermTitle(),
			func(d *indicators.Definition) bool { return d.Stage == indicators.LongerTermResult && !own[d.Code] }},
		{"indicators-project", evaluate.T("Wskaźniki własne projektu", "Indicators of this project"),
			func(d *indicators.Definition) bool { return own[d.Code] }},
	} {
		if t := r.indicatorTable(s.id, s.title, s.in); len(t.Rows) > 0 {
			tables = append(tables, t)
		}
	}
	return tables
}

// immediateTitle says the window, which a project may change.
func (r *run) immediateTitle() evaluate.Text {
	n := r.set.Parameters.ImmediateDays
	return evaluate.T(fmt.Sprintf("Rezultaty bezpośrednie (do %s po zakończeniu udziału)", datasets.PolishCount(n, "dnia", "dni", "dni")),
		fmt.Sprintf("Immediate results (up to %s after leaving)", datasets.EnglishCount(n, "day", "days")))
}

// longerTermTitle says when they are observed, which a project may change.
func (r *run) longerTermTitle() evaluate.Text {
	n := r.set.Parameters.LongerTermMonths
	return evaluate.T(fmt.Sprintf("Rezultaty długoterminowe (%s po zakończeniu udziału)", datasets.PolishCount(n, "miesiąc", "miesiące", "miesięcy")),
		fmt.Sprintf("Longer-term results (%s after leaving)", datasets.EnglishCount(n, "month", "months")))
}

// indicatorTable lists the indicators of one kind that were counted, by sex, with their share of those eligible.
func (r *run) indicatorTable(id string, title evaluate.Text, in func(*indicators.Definition) bool) *report.Table {
	t := &report.Table{ID: id, Title: title, Columns: []evaluate.Text{evaluate.T("wskaźnik", "indicator"), evaluate.T("ogółem", "total"),
		evaluate.T("kobiety", "women"), evaluate.T("mężczyźni", "men")}}
	others := r.otherGroups()
	for _, g := range others {
		t.Columns = append(t.Columns, text(g.Label()))
	}
	t.Columns = append(t.Columns, evaluate.T("odsetek", "share"))
	later := id == "indicators-longer-term" && r.knowsLater()
	if later {
		t.Columns = append(t.Columns, evaluate.T("znana sytuacja po 6 miesiącach", "later situation known"))
	}
	for i := range r.set.Definitions {
		d := &r.set.Definitions[i]
		if _, ok := r.figures.Get(indicatorID(d.Code, indicators.Total)); !ok || !in(d) {
			continue // of what is stated alone there are no counts
		}
		row := r.row(text(d.Name), false, indicatorID(d.Code, indicators.Total), indicatorID(d.Code, indicators.Women), indicatorID(d.Code, indicators.Men))
		row.Code = d.Code
		for _, g := range others {
			row.Cells = append(row.Cells, r.figureCell(indicatorID(d.Code, g)))
		}
		row.Cells = append(row.Cells, r.figureCell(indicatorID(d.Code, indicators.Total)+"/share"))
		if later {
			row.Cells = append(row.Cells, r.figureCell("indicator/"+d.Code+"/situation-known"))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (r *run) resultCosts(codes []string) []report.Block {
	if len(codes) == 0 {
		return nil
	}
	t := &report.Table{ID: "cost-per-result", Title: evaluate.T("Koszt na osobę z rezultatem", "Cost per person with a result"),
		Columns: []evaluate.Text{evaluate.T("rezultat", "result"), evaluate.T("osoby", "persons"), evaluate.T("koszt na osobę", "cost per person"),
			evaluate.T("w tym środki UE", "of which EU money"), evaluate.T("odsetek uczestników", "share of participants"), evaluate.T("na 100% kończących", "relative to completers")}}
	for _, code := range codes {
		row := r.row(text(r.set.Definition(code).Name), false, indicatorID(code, indicators.Total), "cost/per-indicator/"+code,
			"cost/eu-per-indicator/"+code, "indicator/"+code+"/share-of-participants", "indicator/"+code+"/per-completed")
		row.Code = code
		t.Rows = append(t.Rows, row)
	}
	if _, ok := r.figures.Get("results/sum"); ok {
		row := r.row(evaluate.T("suma rezultatów (nie osób)", "sum of results (not of persons)"), true, "results/sum", "", "", "results/sum/share-of-participants", "results/sum/per-completed")
		t.Rows = append(t.Rows, row)
	}
	t.Notes = append(t.Notes, evaluate.T("Kosztów na rezultat nie wolno sumować: te same wydatki dały wszystkie rezultaty.",
		"Costs per result must not be added up: the same expenditure produced all results."))
	return []report.Block{block(nil, t)}
}

func (r *run) taskTable() *report.Table {
	t := &report.Table{ID: "cost-by-task", Title: evaluate.T("Koszt według zadań", "Cost by task"),
		Columns: []evaluate.Text{evaluate.T("zadanie", "task"), evaluate.T("kwota", "amount"), evaluate.T("udział", "share")}}
	ids := r.taskIDs()
	for i, task := range r.ledger.Tasks {
		t.Rows = append(t.Rows, r.row(evaluate.Same(task.Name), false, ids[i], ids[i]+"/share"))
	}
	t.Rows = append(t.Rows, r.row(evaluate.T("ogółem", "total"), true, "cost/total", ""))
	return t
}

func (r *run) convertedTable() *report.Table {
	var ids []string
	for _, f := range r.figures.All() {
		if strings.HasPrefix(f.ID, "cost/eur/") || strings.HasPrefix(f.ID, "cost/prices-") {
			ids = append(ids, f.ID)
		}
	}
	return r.list("cost-converted", evaluate.T("W euro i w cenach stałych", "In euro and in constant prices"), evaluate.T("kwota", "amount"), ids...)
}
