package batch

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// category picks the persons behind the change of a question with categories: those who answered it both times.
func (s *sheetTrace) category(f *evaluate.Figure, name string) *sheetPick {
	for i, q := range s.m.survey.Questions {
		if what, ok := strings.CutPrefix(name, "category/"+q.Name+"/"); ok {
			return s.ofQuestion(f, i, what)
		}
	}
	return nil
}

func (s *sheetTrace) ofQuestion(f *evaluate.Figure, i int, what string) *sheetPick {
	both := lastStep(func(r *respondent) bool {
		return r.inBoth() && s.answer(r, beforeSide, i) != "" && s.answer(r, afterSide, i) != ""
	}, evaluate.T("odpowiedź na to pytanie przed i po", "an answer to this question before and after"))
	yes := s.m.survey.Questions[i].Categories[1]
	was := func(r *respondent) bool { return s.answer(r, beforeSide, i) == yes }
	is := func(r *respondent) bool { return s.answer(r, afterSide, i) == yes }
	switch what {
	case "pairs":
		return counting(lastStep(both.in, f.Label))
	case "same":
		return counting(both, lastStep(func(r *respondent) bool { return s.answer(r, beforeSide, i) == s.answer(r, afterSide, i) }, f.Label))
	case "up":
		return counting(both, lastStep(func(r *respondent) bool { return !was(r) && is(r) }, f.Label))
	case "down":
		return counting(both, lastStep(func(r *respondent) bool { return was(r) && !is(r) }, f.Label))
	case "pre-share":
		return dividing(lastStep(was, f.Label), both)
	case "post-share":
		return dividing(lastStep(is, f.Label), both)
	}
	return resting(both)
}

// answer is what the sheet of a side that counts says to a question with categories.
func (s *sheetTrace) answer(r *respondent, side, question int) string {
	return s.wave(side).answers[r.index(side)][question]
}
