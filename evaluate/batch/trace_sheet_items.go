package batch

import (
	"slices"
	"strconv"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/prepost"
	"github.com/efseval/efseval/evaluate/scale"
)

// analysed picks the sheets behind a figure of one wave: how the items hold together, where scores pile
// up, what is missing.
func (s *sheetTrace) analysed(f *evaluate.Figure, name string) *sheetPick {
	name, wave, _ := cutLast(name)
	side := slices.Index([]string{"pre", "post"}, wave)
	if side < 0 {
		return nil
	}
	if p := s.analysedItem(f, name, side); p != nil {
		return p.on(side)
	}
	scored := s.sheetStep(side, isScored, evaluate.T("ankiety z wynikiem", "scored sheets"))
	switch name {
	case "alpha", "alpha-standardized", "mean-inter-item", "omega", "split-half", "split-half-guttman", "split-half-best":
		return resting(s.completeStep(side)).on(side)
	case "alpha-pairwise":
		return resting(scored).on(side)
	case "floor":
		return dividing(s.sheetStep(side, func(a *scale.Sheet) bool { return a.AtLow }, f.Label), scored).on(side)
	case "ceiling":
		return dividing(s.sheetStep(side, func(a *scale.Sheet) bool { return a.AtHigh }, f.Label), scored).on(side)
	}
	if is := kindOfSheet(name); is != nil {
		return counting(s.sheetStep(side, is, f.Label)).on(side)
	}
	return nil
}

// analysedItem picks the sheets behind a figure of one question in one wave.
func (s *sheetTrace) analysedItem(f *evaluate.Figure, name string, side int) *sheetPick {
	item, what := itemOf(name)
	if item < 0 {
		return nil
	}
	switch what {
	case "mean", "sd":
		return resting(s.sheetStep(side, answers(item), evaluate.T("ważna odpowiedź na to pytanie", "a valid answer to this item")))
	case "missing":
		return counting(s.sheetStep(side, func(a *scale.Sheet) bool { return !answers(item)(a) && !isFaulty(a, item) }, f.Label))
	case "faulty":
		return counting(s.sheetStep(side, func(a *scale.Sheet) bool { return !answers(item)(a) && isFaulty(a, item) }, f.Label))
	case "item-rest", "alpha-if-dropped", "alpha-if-dropped-standardized":
		return resting(s.completeStep(side))
	}
	return nil
}

// itemPairs picks the persons behind the change of one question: those who answered it both times.
func (s *sheetTrace) itemPairs(f *evaluate.Figure, name string) *sheetPick {
	item, what := itemOf(name)
	if item < 0 {
		return nil
	}
	both := lastStep(func(r *respondent) bool { return s.answeredTwice(r, item) },
		evaluate.T("odpowiedź na to pytanie przed i po", "an answer to this question before and after"))
	switch what {
	case "pairs":
		return counting(lastStep(both.in, f.Label))
	case "change/p-holm", "change/p-bh":
		any := func(r *respondent) bool {
			return slices.ContainsFunc(s.m.items.Items, func(i prepost.ItemChange) bool { return s.answeredTwice(r, i.Number-1) })
		}
		return resting(lastStep(any, evaluate.T("odpowiedź na któreś pytanie przed i po: poprawka liczy się ze wszystkich pytań",
			"an answer to some question before and after: the adjustment is by all questions")))
	}
	return resting(both)
}

func (s *sheetTrace) answeredTwice(r *respondent, item int) bool {
	return r.inBoth() && answers(item)(s.scored(r, beforeSide)) && answers(item)(s.scored(r, afterSide))
}

// sheetStep asks something of the sheet of a side that counts.
func (s *sheetTrace) sheetStep(side int, is func(*scale.Sheet) bool, text evaluate.Text) sheetStep {
	return lastStep(func(r *respondent) bool {
		sheet := s.scored(r, side)
		return sheet != nil && is(sheet)
	}, text)
}

func (s *sheetTrace) completeStep(side int) sheetStep {
	return s.sheetStep(side, isComplete, evaluate.T("ankiety kompletne", "complete sheets"))
}

func isScored(a *scale.Sheet) bool { return a.Scored }

func isComplete(a *scale.Sheet) bool { return a.Scored && !a.Prorated }

// kindOfSheet is which sheets are counted by a name; nil for other names.
func kindOfSheet(name string) func(*scale.Sheet) bool {
	switch name {
	case "complete":
		return isComplete
	case "prorated":
		return func(a *scale.Sheet) bool { return a.Scored && a.Prorated }
	case "too-blank":
		return func(a *scale.Sheet) bool { return !a.Scored && len(a.Faults) == 0 }
	case "faulty":
		return func(a *scale.Sheet) bool { return !a.Scored && len(a.Faults) > 0 }
	}
	return nil
}

func answers(item int) func(*scale.Sheet) bool {
	return func(a *scale.Sheet) bool { return item < len(a.Turned) && a.Turned[item].Given }
}

func isFaulty(a *scale.Sheet, item int) bool {
	return slices.ContainsFunc(a.Faults, func(f scale.Fault) bool { return f.Item == item+1 })
}

// itemOf is the question of item/3/change/mean, from 0, and what comes behind it; -1 for other names.
func itemOf(name string) (item int, rest string) {
	below, ok := strings.CutPrefix(name, "item/")
	if !ok {
		return -1, ""
	}
	number, rest, _ := strings.Cut(below, "/")
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 {
		return -1, ""
	}
	return n - 1, rest
}
