package batch

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// indicatorFigures names every cell of the table: the count by group, and its share of those
// eligible, which keeps numerator and denominator.
func (r *run) indicatorFigures() []evaluate.Figure {
	groups := append([]indicators.Group{indicators.Total, indicators.Women, indicators.Men}, r.otherGroups()...)
	var figures []evaluate.Figure
	for _, row := range r.table.Indicators {
		d := r.set.Definition(row.Code)
		if d == nil || row.Fact {
			continue // counted beside the rule set, see laterDefinitions; or stated, see factFigures
		}
		for _, g := range groups {
			count := r.indicatorFigure(d, g)
			if g == indicators.Total {
				count = r.saysBasis(count, row)
			}
			figures = append(figures, count, r.shareFigure(d, g))
		}
		figures = append(figures, r.basisFigures(d, row)...)
		if d.Stage.IsResult() {
			figures = append(figures, r.sharesOfPeople(d)...)
		}
	}
	return figures
}

func indicatorID(code string, g indicators.Group) string {
	return "indicator/" + code + "/" + g.String()
}

func (r *run) indicatorFigure(d *indicators.Definition, g indicators.Group) evaluate.Figure {
	c := r.cell(d.Code, g)
	f := r.cellFigure(indicatorID(d.Code, g), labelOf(d, g), c)
	f.Unit = unitOf(d)
	if f.Status != evaluate.Known {
		return f
	}
	f = f.By(r.rule(d))
	if g == indicators.Total || r.sampledPart(d.Code) {
		f = r.doubtLater(d, f)
	}
	if d.Eligible.Everyone && d.Achieved.Everyone { // everybody, counted elsewhere too
		f = f.RestsOn("participants/" + g.String())
	}
	if clause := d.Source.Clause; clause != "" {
		f = f.From(clause)
	}
	if note := text(d.Delta); !note.Empty() {
		f = f.Warn(evaluate.NewWarning("delta."+d.Code, note))
	}
	return f
}

// rule says the definition in words: who is eligible and when it is met.
func (r *run) rule(d *indicators.Definition) evaluate.Text { return ruleIn(r.set, d) }

// ruleIn says a definition of any rule set.
func ruleIn(s *indicators.Set, d *indicators.Definition) evaluate.Text {
	eligible, achieved := s.Say(&d.Eligible), s.Say(&d.Achieved)
	if d.Eligible.Everyone {
		return evaluate.T(d.Code+": osoby, które spełniają: "+achieved.PL, d.Code+": persons who meet: "+achieved.EN)
	}
	return evaluate.T(d.Code+": spośród: "+eligible.PL+", osoby, które spełniają: "+achieved.PL,
		d.Code+": of those: "+eligible.EN+", persons who meet: "+achieved.EN)
}

// unitOf is what an indicator counts; nil is a figure of every table, which counts persons.
func unitOf(d *indicators.Definition) evaluate.Unit {
	if d == nil || d.Unit == indicators.Persons {
		return evaluate.Persons
	}
	return evaluate.Units // projects, entities, objects
}

func labelOf(d *indicators.Definition, g indicators.Group) evaluate.Text {
	name := text(d.Name)
	if g == indicators.Total {
		return name
	}
	l := g.Label()
	return evaluate.T(name.PL+" – "+l.PL, name.EN+" – "+l.EN)
}

func (r *run) shareFigure(d *indicators.Definition, g indicators.Group) evaluate.Figure {
	label := labelOf(d, g)
	f := r.share(indicatorID(d.Code, g)+"/share", evaluate.T(label.PL+": odsetek uprawnionych", label.EN+": share of those eligible"),
		r.cell(d.Code, g), r.cell(d.Code, g).Den)
	if d.Eligible.Everyone { // otherwise the number of those eligible is a count of its own
		f = f.RestsOn(indicatorID(d.Code, g), "participants/"+g.String())
	}
	if g == indicators.Total || r.sampledPart(d.Code) {
		f = r.doubtLater(d, f)
	}
	return f
}

func (r *run) share(id string, label evaluate.Text, c indicators.Cell, den int64) evaluate.Figure {
	if !c.Available {
		return evaluate.Unavailable(id, label, evaluate.Share, text(c.Why))
	}
	return evaluate.NewFigure(id, label, evaluate.Ratio(c.Num, den), evaluate.Share).
		WithShare(evaluate.Count(int(c.Num)), evaluate.Count(int(den))).WithN(int(den)).By(quotient())
}

// quotient is the method of every share.
func quotient() evaluate.Text {
	return evaluate.T("licznik / mianownik; zaokrąglenie dopiero przy wydruku", "numerator / denominator; rounded only when printed")
}

// sharesOfPeople relates a result to everybody who entered and to those who finished, as
// published texts often do; neither is the rate of the regulation.
func (r *run) sharesOfPeople(d *indicators.Definition) []evaluate.Figure {
	c, name := r.cell(d.Code, indicators.Total), text(d.Name)
	entered := r.cell(indicators.Participants, indicators.Total)
	figures := []evaluate.Figure{r.share("indicator/"+d.Code+"/share-of-participants",
		evaluate.T(name.PL+": odsetek wszystkich uczestników", name.EN+": share of all participants"), c, entered.Num).
		RestsOn(indicatorID(d.Code, indicators.Total), "participants/total")}
	if done := r.cell(indicators.Completed, indicators.Total); done.Available {
		figures = append(figures, r.share("indicator/"+d.Code+"/per-completed",
			evaluate.T(name.PL+": na 100% kończących udział", name.EN+": relative to those who finished"), c, done.Num).
			RestsOn(indicatorID(d.Code, indicators.Total), "participants/completed"))
	}
	return figures
}
