package batch

import (
	"fmt"
	"slices"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/chart"
	"github.com/efseval/efseval/evaluate/cost"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// drawing makes a chart in one language.
type drawing func(o chart.Options) (*chart.Chart, error)

// draw makes a chart in both languages, as SVG and PNG, the languages side by side: a picture takes longer
// than most of what it shows. There is no chart where no output shows it.
func (r *run) draw(name string, title, note evaluate.Text, draw drawing) (*report.Chart, error) {
	wanted := r.options.Outputs
	if !wanted.Has(report.Charts) && !wanted.Has(report.HTML) {
		return nil, nil
	}
	out := &report.Chart{Name: name, Title: title}
	langs := evaluate.Langs()
	drawn := make([]report.Chart, len(langs))
	err := sideBySide(len(langs), func(i int) error {
		l := langs[i]
		c, err := draw(chart.Options{ID: name, Lang: chart.Lang(l), Title: title.In(l), Subtitle: r.project.Title.In(l), Note: note.In(l)})
		if err != nil {
			return err
		}
		return drawn[i].Take(l, c, wanted)
	})
	if err != nil {
		return nil, fmt.Errorf("chart %s: %w", name, err)
	}
	for i, l := range langs {
		out.Join(l, &drawn[i])
	}
	return out, nil
}

// madeUpNote stands under every chart of an example.
func (r *run) madeUpNote() evaluate.Text {
	if r.project.Synthetic == nil {
		return evaluate.Text{}
	}
	return evaluate.T("Dane osobowe wymyślone (syntetyczne).", "Person-level data are made up (synthetic).")
}

func (r *run) madeUpLedger() evaluate.Text {
	if r.project.Synthetic == nil || !r.project.saysSynthetic(r.project.Cost.Ledger.File) {
		return evaluate.Text{}
	}
	return evaluate.T("Zestawienie kosztów wymyślone (syntetyczne); suma zgodna z opublikowaną.", "The cost ledger is made up (synthetic); its sum is the published one.")
}

func countValue(f evaluate.Figure, ok bool) chart.Value[int64] {
	if !ok || f.Status != evaluate.Known {
		return chart.Value[int64]{}
	}
	return chart.Known(int64(f.Value.Float()))
}

// targetsChart draws achieved against planned people by sex; nil where nothing was planned.
func (r *run) targetsChart() (*report.Chart, error) {
	var rows []chart.TargetRow
	for _, g := range sexRows() {
		achieved, ok := r.figures.Get("participants/" + g.id)
		planned, has := r.figures.Get("target/participants/" + g.id + "/planned")
		if has {
			rows = append(rows, chart.TargetRow{Group: g.chart, Achieved: countValue(achieved, ok), Target: countValue(planned, has)})
		}
	}
	if len(rows) == 0 {
		return nil, nil
	}
	return r.draw("targets", evaluate.T("Uczestnicy a cel", "Participants against target"), r.madeUpNote(),
		func(o chart.Options) (*chart.Chart, error) { return chart.Targets(o, rows) })
}

type sexRow struct {
	id    string
	group indicators.Group
	chart chart.Group
}

func sexRows() []sexRow {
	return []sexRow{{"total", indicators.Total, chart.Total}, {"women", indicators.Women, chart.Women}, {"men", indicators.Men, chart.Men}}
}

// genderChart draws the split of participants; nil where it is not known.
func (r *run) genderChart() (*report.Chart, error) {
	var shares []chart.Share
	for _, g := range []sexRow{{"women", indicators.Women, chart.Women}, {"men", indicators.Men, chart.Men},
		{"non-binary", indicators.NonBinary, chart.NonBinary}, {"unknown-sex", indicators.UnknownSex, chart.UnknownSex}} {
		n, ok, _ := r.count("participants/" + g.id)
		if !ok && g.id != "non-binary" && g.id != "unknown-sex" {
			return nil, nil
		}
		if n > 0 {
			shares = append(shares, chart.Share{Group: g.chart, N: n})
		}
	}
	if len(shares) == 0 {
		return nil, nil
	}
	return r.draw("gender-split", evaluate.T("Kobiety i mężczyźni wśród uczestników", "Women and men among the participants"), r.madeUpNote(),
		func(o chart.Options) (*chart.Chart, error) { return chart.GenderSplit(o, shares) })
}

// flowChart draws who began, finished, broke off and goes on; nil without participants.
func (r *run) flowChart() (*report.Chart, error) {
	if len(r.stages) == 0 {
		return nil, nil
	}
	return r.draw("flow", evaluate.T("Przepływ uczestników", "Participant flow"), r.madeUpNote(),
		func(o chart.Options) (*chart.Chart, error) {
			var rows []chart.Stage
			for _, s := range r.stages {
				f, ok := r.figures.Get(s.id)
				rows = append(rows, chart.Stage{Name: s.label.In(evaluate.Lang(o.Lang)), N: countValue(f, ok)})
			}
			return chart.Flow(o, rows)
		})
}

// costChart draws the cost of every task; nil without a ledger.
func (r *run) costChart() (*report.Chart, error) {
	if r.ledger == nil || slices.ContainsFunc(r.ledger.Tasks, func(t cost.Task) bool { return t.Total < 0 }) {
		return nil, nil // a refund has no bar from zero; the table says it
	}
	return r.draw("cost-by-task", evaluate.T("Koszt według zadań", "Cost by task"), r.madeUpLedger(), func(o chart.Options) (*chart.Chart, error) {
		var rows []chart.CostRow
		for _, t := range r.ledger.Tasks {
			rows = append(rows, chart.CostRow{Task: t.Name, Grosze: chart.Known(t.Total)})
		}
		return chart.Costs(o, rows)
	})
}
