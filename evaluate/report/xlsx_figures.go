package report

import "github.com/efseval/efseval/evaluate"

// figuresSheet has every figure of the report with all that is known of it.
func figuresSheet(r *Report) *sheet {
	s := &sheet{
		name: "figures", title: evaluate.T("Wszystkie liczby raportu", "All figures of the report"),
		head: []string{
			"id", "label_pl", "label_en", "value", "unit", "n", "numerator", "denominator", "lower", "upper", "level",
			"bound", "made_up", "status", "method_pl", "method_en", "source", "note_pl", "note_en",
		},
	}
	for i := range r.Figures.All() {
		s.rows = append(s.rows, figureValues(&r.Figures.All()[i]))
	}
	return s
}

func figureValues(f *evaluate.Figure) []value {
	note := f.Note()
	bound, madeUp := string(f.Bound), "no"
	if bound == "" {
		bound = "exact"
	}
	if f.MadeUp {
		madeUp = "yes"
	}
	level := evaluate.Value{}
	if f.Interval.Present() {
		level = evaluate.Real(f.Interval.Level)
	}
	return []value{
		{words: f.ID}, wordsOrDash(f.Label.PL), wordsOrDash(f.Label.EN), {number: f}, {words: string(f.Unit)},
		bare(f.N), bare(f.Numerator), bare(f.Denominator), bare(f.Interval.Lo), bare(f.Interval.Hi), bare(level),
		{words: bound}, {words: madeUp}, {words: string(f.Status)},
		wordsOrDash(f.Method.PL), wordsOrDash(f.Method.EN), wordsOrDash(f.Source), wordsOrDash(note.PL), wordsOrDash(note.EN),
	}
}

// bare is a number that is shown as it is; a dash where there is none.
func bare(v evaluate.Value) value {
	if !v.Present() {
		return wordsOrDash("")
	}
	f := evaluate.Figure{Value: v, Unit: general, Status: evaluate.Known}
	return value{number: &f}
}
