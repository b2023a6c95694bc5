package batch

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// noParticipants says that there is no export: nothing is counted and nothing is 0.
func (r *run) noParticipants() error {
	reason := evaluate.T("brak danych o uczestnikach: program nie opublikował ich liczby", "no data on participants: the programme published no number of them")
	var figures []evaluate.Figure
	for _, f := range participantLabels() {
		figures = append(figures, f.absent(reason))
	}
	if err := r.add(figures...); err != nil {
		return err
	}
	return r.statedIndicators()
}

// labelled is a figure that every report has, known or not.
type labelled struct {
	id    string
	label evaluate.Text
	unit  evaluate.Unit
}

// absent is the figure that is not available, and why.
func (l labelled) absent(why evaluate.Text) evaluate.Figure {
	return evaluate.Unavailable(l.id, l.label, l.unit, why)
}

func participantLabels() []labelled {
	return []labelled{
		{"participants/total", evaluate.T("uczestnicy ogółem", "participants, total"), evaluate.Persons},
		{"participants/women", evaluate.T("kobiety", "women"), evaluate.Persons},
		{"participants/men", evaluate.T("mężczyźni", "men"), evaluate.Persons},
		{"participants/women-share", evaluate.T("odsetek kobiet", "share of women"), evaluate.Share},
		{"participants/men-share", evaluate.T("odsetek mężczyzn", "share of men"), evaluate.Share},
		{"participants/grand-total", evaluate.T("wszystkie osoby objęte wsparciem", "grand total of participants"), evaluate.Persons},
		{"participants/incomplete", evaluate.T("rekordy niepełne", "incomplete records"), evaluate.Persons},
		{"participants/left", evaluate.T("zakończyli udział (znana data)", "left (date known)"), evaluate.Persons},
		{"participants/completed", evaluate.T("zakończyli udział zgodnie ze ścieżką", "finished as planned"), evaluate.Persons},
		{"participants/completed-share", evaluate.T("odsetek kończących zgodnie ze ścieżką", "share who finished as planned"), evaluate.Share},
		{"participants/not-completed", evaluate.T("pozostali (nie stwierdzono ukończenia)", "the others (not stated to have finished)"), evaluate.Persons},
		{"participants/not-completed-share", evaluate.T("odsetek pozostałych", "share of the others"), evaluate.Share},
	}
}

// cell reads one cell of the table.
func (r *run) cell(code string, g indicators.Group) indicators.Cell {
	c, _ := r.table.Cell(code, g)
	return c
}

func text(l datasets.Label) evaluate.Text { return evaluate.T(l.PL, l.EN) }

// participantFigures names the counts that every table has.
func (r *run) participantFigures() []evaluate.Figure {
	total := r.cell(indicators.Participants, indicators.Total)
	women, men := r.cell(indicators.Participants, indicators.Women), r.cell(indicators.Participants, indicators.Men)
	grand := r.cell(indicators.GrandTotal, indicators.Total)
	left, completed := r.cell(indicators.Leavers, indicators.Total), r.cell(indicators.Completed, indicators.Total)
	incomplete := indicators.Cell{Num: grand.Num - total.Num, Available: true}
	rest := indicators.Cell{Num: total.Num - completed.Num, Available: completed.Available, Why: completed.Why}
	var figures []evaluate.Figure
	for i, value := range []struct {
		cell    indicators.Cell
		isShare bool
	}{{total, false}, {women, false}, {men, false}, {women, true}, {men, true}, {grand, false}, {incomplete, false},
		{left, false}, {completed, false}, {completed, true}, {rest, false}, {rest, true}} {
		l := participantLabels()[i]
		f := r.participantFigure(l, value.cell, total.Num, value.isShare)
		if l.id == "participants/not-completed" {
			f = f.RestsOn("participants/total", "participants/completed")
		}
		if method := r.recordRule(l.id); f.Status == evaluate.Known && !method.Empty() {
			f = f.By(method)
		}
		figures = append(figures, f)
	}
	for _, g := range r.otherGroups() {
		id, label, c := "participants/"+g.String(), text(g.Label()), r.cell(indicators.Participants, g)
		figures = append(figures, r.cellFigure(id, label, c),
			r.participantFigure(labelled{id + "-share", evaluate.T("odsetek: "+label.PL, "share: "+label.EN), evaluate.Share}, c, total.Num, true))
	}
	return append(figures, r.refusalFigures()...)
}

// recordRule says which records a count of people rests on.
func (r *run) recordRule(id string) evaluate.Text {
	switch id {
	case "participants/grand-total":
		return evaluate.T("wszystkie uczestnictwa: każda osoba raz w projekcie", "all participations: each person once in the project")
	case "participants/left":
		return evaluate.T("uczestnictwa ze znaną datą zakończenia udziału", "participations with a known date of exit")
	case "participants/completed":
		c := r.set.Say(&r.set.Parameters.Completers)
		return evaluate.T("uczestnictwa, w których: "+c.PL, "participations in which: "+c.EN)
	case "participants/total", "participants/women", "participants/men":
		return r.completeRule()
	}
	return evaluate.Text{}
}

// completeRule names the variables a record must have to enter the totals.
func (r *run) completeRule() evaluate.Text {
	var pl, en []string
	for _, gap := range r.table.Incomplete {
		pl, en = append(pl, gap.Label.PL), append(en, gap.Label.EN)
	}
	if len(pl) == 0 {
		return evaluate.T("wszystkie uczestnictwa; zestaw reguł nie zna rekordów niepełnych", "all participations; the rule set knows no incomplete records")
	}
	return evaluate.T("uczestnictwa o pełnym rekordzie, to jest ze znanymi: "+strings.Join(pl, ", "),
		"participations with a complete record, that is with: "+strings.Join(en, ", "))
}

func (r *run) participantFigure(l labelled, c indicators.Cell, total int64, isShare bool) evaluate.Figure {
	if !isShare {
		return r.cellFigure(l.id, l.label, c)
	}
	if !c.Available {
		return l.absent(text(c.Why))
	}
	return evaluate.NewFigure(l.id, l.label, evaluate.Ratio(c.Num, total), evaluate.Share).RestsOn(strings.TrimSuffix(l.id, "-share"), "participants/total").
		WithShare(evaluate.Count(int(c.Num)), evaluate.Count(int(total))).WithN(int(total)).By(quotient())
}

// cellFigure is the count of a cell.
func (r *run) cellFigure(id string, label evaluate.Text, c indicators.Cell) evaluate.Figure {
	if !c.Available {
		return evaluate.Unavailable(id, label, evaluate.Persons, text(c.Why))
	}
	return evaluate.NewFigure(id, label, evaluate.Count(int(c.Num)), evaluate.Persons).
		From(r.set.Name + " v" + fmt.Sprint(r.set.Version))
}

// otherGroups are non-binary and unknown sex, where anybody is in them.
func (r *run) otherGroups() []indicators.Group {
	var out []indicators.Group
	if r.table == nil {
		return nil
	}
	for _, g := range r.table.Groups {
		if g == indicators.NonBinary || g == indicators.UnknownSex && r.cell(indicators.GrandTotal, g).Num > 0 {
			out = append(out, g)
		}
	}
	return out
}

// asideFigures counts the rows that are not participants: families, recipients of products.
func (r *run) asideFigures(a datasets.Accounting) []evaluate.Figure {
	var figures []evaluate.Figure
	for _, s := range a.Aside {
		unit := evaluate.Units
		if s.Record.Code == "household" {
			unit = evaluate.Households
		}
		figures = append(figures, evaluate.NewFigure("set-aside/"+s.Record.Code,
			evaluate.T(s.Record.PL+" – nie uczestnik", s.Record.EN+" – not a participant"), evaluate.Count(s.Rows), unit).
			From("REG1304-AI"))
	}
	return figures
}

// refusalFigures counts who declined to answer each sensitive question.
func (r *run) refusalFigures() []evaluate.Figure {
	var figures []evaluate.Figure
	for _, refusal := range r.table.Refusals {
		c := refusal.Row.Cells[len(r.table.Groups)-1]
		label := evaluate.T("odmowa odpowiedzi: "+refusal.Label.PL, "refused to say: "+refusal.Label.EN)
		f := r.cellFigure("refused/"+refusal.Field, label, c)
		if f.Status == evaluate.Known {
			f = f.WithShare(evaluate.Count(int(c.Num)), evaluate.Count(int(c.Den))).
				By(evaluate.T("liczeni jako niespełniający; rekord pozostaje pełny", "counted as not meeting; the record stays complete"))
		}
		figures = append(figures, f)
	}
	return figures
}
