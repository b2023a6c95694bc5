package batch

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// sections arranges the figures in the order in which a reader asks, after the first screen that
// the writers make: who took part, what was counted, what it cost, what changed, what limits it.
func (r *run) sections() ([]report.Section, error) {
	var sections []report.Section
	for _, part := range []func() (report.Section, error){
		r.peopleSection, r.indicatorSection, r.samplesSection, r.targetsSection, r.efficiencySection, r.costSection, r.changeSection, r.limitsSection, r.splitSection,
	} {
		s, err := part()
		if err != nil {
			return nil, err
		}
		if len(s.Blocks)+len(s.Lead)+len(s.Notes) > 0 {
			sections = append(sections, s)
		}
	}
	return sections, nil
}

// block is a chart, when there is one, followed by the table of its numbers.
func block(c *report.Chart, t *report.Table) report.Block { return report.Block{Chart: c, Table: t} }

// line is a row of one figure, under its own label.
func (r *run) line(id string, total bool) (report.Row, bool) {
	f, ok := r.figures.Get(id)
	if !ok {
		return report.Row{}, false
	}
	return report.Row{Label: f.Label, Cells: []report.Cell{report.F(id)}, Total: total}, true
}

// list is a table of one figure a line; figures the run does not have are left out.
func (r *run) list(id string, title, unit evaluate.Text, ids ...string) *report.Table {
	t := &report.Table{ID: id, Title: title, Columns: []evaluate.Text{evaluate.T("wskaźnik", "figure"), unit}}
	for _, figure := range ids {
		if row, ok := r.line(figure, false); ok {
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

func (r *run) peopleSection() (report.Section, error) {
	s := report.Section{ID: "participants", Title: evaluate.T("Uczestnicy", "Participants")}
	targets, err := r.targetsChart()
	if err != nil {
		return s, err
	}
	gender, err := r.genderChart()
	if err != nil {
		return s, err
	}
	flow, err := r.flowChart()
	if err != nil {
		return s, err
	}
	s.Blocks = append(s.Blocks, block(targets, r.targetTable()), block(gender, r.genderTable()))
	if t := r.flowTable(); t != nil {
		s.Blocks = append(s.Blocks, block(flow, t))
	}
	if t := r.recordsTable(); len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, block(nil, t))
	}
	return s, nil
}

func (r *run) indicatorSection() (report.Section, error) {
	s := report.Section{ID: "indicators", Title: evaluate.T("Wskaźniki", "Indicators")}
	if r.table == nil && r.told == nil {
		return s, nil
	}
	title := text(r.set.Title)
	s.Lead = append(s.Lead, evaluate.T("Zestaw reguł: "+title.PL+". Kolumna „odsetek” odnosi się do osób uprawnionych do rezultatu według stanu na wejściu.",
		"Rule set: "+title.EN+". The column \"share\" relates to the persons eligible for the result by their situation at entry."))
	for _, t := range append(r.indicatorTables(), r.settingsTable()) {
		s.Blocks = append(s.Blocks, block(nil, t))
	}
	return s, nil
}

func (r *run) costSection() (report.Section, error) {
	s := report.Section{ID: "cost", Title: evaluate.T("Koszty", "Costs")}
	ids := []string{"cost/total", "cost/eu", "cost/eu-share", "cost/rest", "cost/rest-share", "cost/per-participant", "cost/rounding-residue", "cost/eu-per-participant",
		"cost/rest-per-participant", "cost/per-completer", "cost/eu-per-completer", "cost/per-month", "cost/per-participant-month"}
	s.Blocks = append(s.Blocks, block(nil, r.list("cost", evaluate.T("Koszty", "Costs"), evaluate.T("kwota", "amount"), ids...)))
	if k := r.project.Cost; k != nil {
		if !k.Scope.Empty() {
			s.Lead = append(s.Lead, k.Scope)
		}
		s.Blocks = append(s.Blocks, r.resultCosts(k.Per)...)
	}
	chart, err := r.costChart()
	if err != nil {
		return s, err
	}
	if r.ledger != nil {
		s.Blocks = append(s.Blocks, block(chart, r.taskTable()))
	}
	if t := r.convertedTable(); len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, block(nil, t))
	}
	return s, nil
}
