package batch

import (
	"fmt"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// stage is a step of the participant flow, as a figure.
type stage struct {
	id    string
	label evaluate.Text
	cell  indicators.Cell
}

// flowStages are the steps of the flow, as the ids of its figures have them behind flow/.
var flowStages = [...]string{"began", "finished", "broke-off", "continues"}

// flowCodes are, in the same order, the indicators of rule sets that define the flow themselves (PO KL).
var flowCodes = [...]string{"FLOW-BEGAN", "FLOW-FINISHED", "FLOW-BROKE-OFF", "FLOW-CONTINUES"}

func flowLabels() []evaluate.Text {
	return []evaluate.Text{
		evaluate.T("rozpoczęli udział", "began"),
		evaluate.T("zakończyli zgodnie ze ścieżką", "finished as planned"),
		evaluate.T("przerwali lub zakończyli inaczej", "broke off or left otherwise"),
		evaluate.T("kontynuują udział", "continue"),
	}
}

// addFlow names the flow of participants and checks that it balances: began = finished + broke
// off + continue (+ those of whom it was not recorded). Where the export does not say how people
// left there is no flow.
func (r *run) addFlow() error {
	cells, ok := r.flowCells()
	if !ok {
		return nil
	}
	blank := cells[0].Num - cells[1].Num - cells[2].Num - cells[3].Num
	if err := r.check("flow.balance", evaluate.T("rozpoczęli = zakończyli + przerwali + kontynuują + nie odnotowano", "began = finished + broke off + continue + not recorded"),
		blank >= 0, evaluate.Same(fmt.Sprintf("%d = %d + %d + %d + %d", cells[0].Num, cells[1].Num, cells[2].Num, cells[3].Num, blank))); err != nil {
		return err
	}
	for i, id := range flowStages {
		r.stages = append(r.stages, stage{"flow/" + id, flowLabels()[i], cells[i]})
	}
	if blank > 0 {
		r.stages = append(r.stages, stage{"flow/not-recorded", evaluate.T("nie odnotowano", "not recorded"), indicators.Cell{Num: blank, Den: cells[0].Num, Available: true}})
	}
	return r.add(r.madeUp([]string{r.project.Participants.File}, r.flowFigures())...)
}

// flowFigures are the number of each stage of the run, and its share of those who began.
func (r *run) flowFigures() (figures []evaluate.Figure) {
	for i, s := range r.stages {
		f := r.cellFigure(s.id, s.label, s.cell)
		if i < 2 { // who began and who finished are counted elsewhere too, perhaps confirmed there
			f = f.RestsOn([]string{"participants/total", "participants/completed"}[i])
		}
		figures = append(figures, f,
			r.share(s.id+"/share", evaluate.T(s.label.PL+": odsetek", s.label.EN+": share"), s.cell, r.stages[0].cell.Num).RestsOn(s.id, "flow/began"))
	}
	return figures
}

// flowCells are began, finished, broke off and continue. A rule set with a flow of its own
// says them; otherwise finished is the flag of the export, and who has no date of exit continues.
func (r *run) flowCells() (cells [4]indicators.Cell, ok bool) {
	if r.set.Definition(flowCodes[0]) != nil {
		for i, code := range flowCodes {
			if cells[i] = r.cell(code, indicators.Total); !cells[i].Available {
				return cells, false
			}
		}
		return cells, true
	}
	began, left := r.cell(indicators.Participants, indicators.Total), r.cell(indicators.Leavers, indicators.Total)
	finished := r.cell(indicators.Completed, indicators.Total)
	if !left.Available || !finished.Available || finished.Num > left.Num {
		return cells, false
	}
	left.Num, finished.Den = left.Num-finished.Num, began.Num
	goesOn := began
	goesOn.Num = began.Num - left.Num - finished.Num
	return [4]indicators.Cell{began, finished, left, goesOn}, true
}

// BlankFlow lists a fault for every participation of a batch whose flow is not recorded, where the rule
// set has a flow of its own: the table of the programme does not balance without it.
func BlankFlow(set *indicators.Set, b *datasets.Batch) (faults []datasets.Problem) {
	column := b.ColumnOf("flow")
	if set.Definition(flowCodes[0]) == nil || column == nil || !column.Present {
		return nil
	}
	for row := range b.Rows() {
		if column.Missing(row) {
			faults = append(faults, datasets.Problem{Position: b.Position(row, b.Schema.Index("flow")), Field: "flow", Rule: "flow.missing", Severity: datasets.Error,
				Message: datasets.Label{
					PL: "nie odnotowano, czy osoba zakończyła, przerwała czy kontynuuje udział; uzupełnij eksport",
					EN: "it is not recorded whether the person finished, broke off or continues; complete the export",
				}})
		}
	}
	return faults
}
