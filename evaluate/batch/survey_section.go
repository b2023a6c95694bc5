package batch

import (
	"errors"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/prepost"
	"github.com/efseval/efseval/evaluate/report"
)

// changeSection tells of each survey who filled it in, then what changed, then how the changes are
// spread, then what every question and the scale itself are worth.
func (r *run) changeSection() (report.Section, error) {
	s := report.Section{ID: "change", Title: evaluate.T("Zmiana między ankietami", "Change between questionnaires")}
	for _, m := range r.surveys {
		for _, wave := range append([]*measured{m}, m.later...) {
			blocks, err := r.surveyBlocks(wave)
			if err != nil {
				return s, err
			}
			s.Blocks = append(s.Blocks, blocks...)
		}
	}
	forest, err := r.forestBlock()
	if err != nil {
		return s, err
	}
	s.Blocks = append(s.Blocks, forest...)
	if len(r.surveys) > 0 {
		s.Lead = append(s.Lead, evaluate.T(
			"Te same osoby przed i po. Bez grupy porównawczej wzrost nie jest efektem projektu: osoby, które zaczynają nisko, częściej idą w górę (regresja do średniej), a odpowiedzi bywają grzecznościowe.",
			"The same people before and after. Without a comparison group a rise is not an effect of the project: those who start low tend to go up (regression to the mean), and answers may be polite."))
		s.Notes = append(s.Notes, r.surveyNotes()...)
	}
	return s, nil
}

// surveyNotes say what leavers, bounds and weights mean, where there are any, and always what regression to
// the mean is.
func (r *run) surveyNotes() (notes []evaluate.Text) {
	left, weighed := false, false
	for _, m := range r.surveys {
		left, weighed = left || m.pairs.OnlyPre > 0, weighed || len(m.survey.Covariates) > 0
	}
	if left {
		notes = append(notes, prepost.LeaversBias(), prepost.BoundsMean())
	}
	if weighed {
		notes = append(notes, prepost.WeightsMean())
	}
	return append(notes, prepost.RegressionToMean())
}

// surveyBlocks are the charts and tables of one survey, or of one of its later waves.
func (r *run) surveyBlocks(m *measured) ([]report.Block, error) {
	change, err1 := r.changeChart(m)
	spread, err2 := r.distributionChart(m)
	answers, err3 := r.answersCharts(m)
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, err
	}
	blocks := []report.Block{block(nil, r.attritionTable(m)), block(change, r.changeTable(m))}
	blocks = append(blocks, r.groupBlocks(m)...)
	if spread != nil {
		blocks = append(blocks, block(spread, r.reliableTable(m)))
	}
	blocks = append(blocks, block(nil, r.conventionsTable(m)))
	for i, c := range answers {
		t := r.itemsTable(m, i)
		blocks = append(blocks, block(c, t))
	}
	blocks = append(blocks, block(nil, r.scaleTable(m)))
	return append(blocks, r.categoryBlocks(m)...), nil
}

// groupBlocks compare the sexes, and tell the change by other splits.
func (r *run) groupBlocks(m *measured) (blocks []report.Block) {
	if m.between != nil {
		p := m.prefix() + "/difference/women-men"
		t := r.shortList(m, "difference-"+m.id(), evaluate.T("różnica między kobietami a mężczyznami", "women against men"), evaluate.T("wynik", "result"),
			p+"/change", p+"/p-welch", p+"/g", p+"/p-mann-whitney", p+"/ancova", p+"/p-ancova")
		t.Notes = append(t.Notes, evaluate.T("Porównanie opisuje, kto zmienił się bardziej; nie mówi, dlaczego.", "The comparison describes who changed more; it does not say why."))
		blocks = append(blocks, block(nil, t))
	}
	if t := r.byTable(m); t != nil {
		blocks = append(blocks, block(nil, t))
	}
	return blocks
}

func (r *run) categoryBlocks(m *measured) (blocks []report.Block) {
	for _, c := range m.categories {
		p := m.prefix() + "/category/" + c.question.Name
		var ids []string
		for _, f := range c.change.Figures(p, evaluate.Text{}) {
			ids = append(ids, f.ID)
		}
		t := r.shortList(m, "category-"+m.id()+"-"+c.question.Name, c.question.Title, evaluate.T("wynik", "result"), ids...)
		t.Title = c.question.Title
		blocks = append(blocks, block(nil, t), block(nil, movesTable(m, c)))
	}
	return blocks
}
