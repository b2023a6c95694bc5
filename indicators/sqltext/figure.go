package sqltext

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// The figures about gaps have codes with one of these before the name of the field, those of
// thresholds before their number.
const (
	incompletePrefix = "incomplete/"
	refusedPrefix    = "refused/"
	thresholdPrefix  = "threshold/"
)

// Incomplete is the code of the records that lack a field of the complete-record rule.
func Incomplete(field string) string { return incompletePrefix + field }

// Refused is the code of the refusals to answer a sensitive field.
func Refused(field string) string { return refusedPrefix + field }

// Threshold is the code of the i-th of Set.Thresholds, from 0: its indicator among the persons of its
// subgroup.
func Threshold(i int) string { return thresholdPrefix + strconv.Itoa(i+1) }

// thresholdOf is the threshold of a code.
func thresholdOf(set *indicators.Set, code string) *indicators.Threshold {
	for i := range set.Thresholds {
		if code == Threshold(i) && set.Definition(code) == nil {
			return &set.Thresholds[i]
		}
	}
	return nil
}

// Codes lists every figure of a rule set, in the order of a bulk query: the participants, the
// indicators, who is incomplete, who refused, the thresholds. Facts are among them, which no text
// can count.
func Codes(set *indicators.Set) []string {
	codes := append([]string{indicators.Participants, indicators.GrandTotal, indicators.Leavers, indicators.Completed}, set.Codes()...)
	for _, field := range set.Parameters.CompleteRecord {
		codes = append(codes, Incomplete(field))
	}
	for i := range set.Schema().Fields {
		if f := &set.Schema().Fields[i]; f.Sensitive && f.Kind == datasets.Flag {
			codes = append(codes, Refused(f.Name))
		}
	}
	for i := range set.Thresholds {
		codes = append(codes, Threshold(i))
	}
	return codes
}

// figure is a row of a table as two conditions.
type figure struct {
	code               string
	eligible, achieved clause // achieved among the eligible
	everyone           bool   // all records are eligible
}

// figure translates the figure of a code.
func (t *translator) figure(code string) (figure, error) {
	if field, ok := strings.CutPrefix(code, incompletePrefix); ok && t.set.Definition(code) == nil {
		return t.incomplete(code, field)
	}
	if field, ok := strings.CutPrefix(code, refusedPrefix); ok && t.set.Definition(code) == nil {
		c, err := t.criterion(&indicators.Criterion{Field: field, In: []string{"refused"}})
		return figure{code: code, achieved: c, everyone: true}, err
	}
	if threshold := thresholdOf(t.set, code); threshold != nil {
		return t.threshold(code, threshold)
	}
	switch code {
	case indicators.Participants:
		return figure{code: code, achieved: t.complete(), everyone: true}, nil
	case indicators.GrandTotal:
		return figure{code: code, achieved: always(t.say(&indicators.Criterion{Everyone: true})), everyone: true}, nil
	case indicators.Leavers:
		return figure{code: code, eligible: t.complete(), achieved: t.left()}, nil
	case indicators.Completed:
		return t.completers(code)
	}
	return t.definition(code)
}

func (t *translator) incomplete(code, field string) (figure, error) {
	c, err := t.criterion(&indicators.Criterion{Not: &indicators.Criterion{Known: field, Optional: true}})
	return figure{code: code, achieved: c, everyone: true}, err
}

// threshold is an indicator among the persons of a subgroup.
func (t *translator) threshold(code string, of *indicators.Threshold) (figure, error) {
	f, err := t.definition(of.Code)
	if err != nil {
		return f, err
	}
	group, err := t.criterion(&of.Of)
	if f.code = code; of.Of.Everyone {
		return f, err
	}
	group = named(group, t.in(of.Name))
	if f.everyone {
		f.everyone, f.eligible = false, group
	} else {
		f.eligible = clause{join: "AND", parts: []clause{f.eligible, group}}
	}
	return f, err
}

func (t *translator) left() clause {
	return t.known("exit_date", t.say(&indicators.Criterion{Known: "exit_date"}))
}

func (t *translator) completers(code string) (figure, error) {
	finished, err := t.finished()
	return figure{code: code, eligible: t.complete(), achieved: finished}, err
}

// finished as planned is who left, too, where the table says who left.
func (t *translator) finished() (clause, error) {
	finished, err := t.criterion(&t.set.Parameters.Completers)
	if t.has["exit_date"] {
		finished = clause{join: "AND", parts: []clause{t.left(), finished}}
	}
	return finished, err
}

func (t *translator) definition(code string) (figure, error) {
	d := t.set.Definition(code)
	if d == nil {
		return figure{}, fmt.Errorf("sqltext: no figure %q in %s%s", datasets.Visible(code), t.set.Name, datasets.Meant(code, Codes(t.set)))
	}
	f := figure{code: code}
	var err error
	if f.achieved, err = t.criterion(&d.Achieved); err != nil {
		return f, err
	}
	all := d.Records == indicators.AllRecords || len(t.set.Parameters.CompleteRecord) == 0
	if f.everyone = all && d.Eligible.Everyone; f.everyone {
		return f, nil
	}
	f.eligible, err = t.criterion(&d.Eligible)
	if d.Eligible.Everyone {
		f.eligible = t.complete()
	} else if !all {
		f.eligible = clause{join: "AND", parts: []clause{t.complete(), f.eligible}}
	}
	return f, err
}

// complete is the complete-record rule of the set, worked out once in the inmost step.
func (t *translator) complete() clause {
	note := t.in(datasets.Label{PL: "rekord pełny", EN: "the record is complete"})
	if len(t.set.Parameters.CompleteRecord) == 0 {
		return always(note + t.in(datasets.Label{PL: ": zestaw reguł nie ma takiego warunku", EN: ": the rule set has no such rule"}))
	}
	whole := clause{join: "AND"}
	for _, field := range t.set.Parameters.CompleteRecord {
		whole.parts = append(whole.parts, t.known(field, t.say(&indicators.Criterion{Known: field})))
	}
	return clause{test: t.flag("is_complete", joined("AND", note, whole.parts...)), note: note}
}

// unavailable says why each of the codes has no answer, from the table that the engine made.
func (t *translator) unavailable(codes []string) (map[string]datasets.Label, error) {
	table, err := t.table()
	if err != nil {
		return nil, err
	}
	out := map[string]datasets.Label{}
	for _, code := range codes {
		row, _ := table.Row(code)
		if i := slices.Index(t.thresholdCodes(), code); i >= 0 {
			row = table.Thresholds[i].Row
		}
		if last := len(row.Cells) - 1; last >= 0 && !row.Cells[last].Available {
			out[code] = row.Cells[last].Why
		}
		if d := t.set.Definition(code); d != nil && d.Fact {
			out[code] = fact
		}
		field, refused := strings.CutPrefix(code, refusedPrefix)
		if refused && !slices.ContainsFunc(table.Refusals, func(r indicators.Refusal) bool { return r.Field == field }) && t.set.Definition(code) == nil {
			out[code] = t.lacking(field)
		}
	}
	return out, nil
}

// fact is why the number of a project is not counted.
var fact = datasets.Label{
	PL: "tę liczbę podaje projekt; nie liczy się jej z tabeli uczestników",
	EN: "the project states this number; it is not counted from the table of participants",
}

func (t *translator) thresholdCodes() []string {
	var codes []string
	for i := range t.set.Thresholds {
		codes = append(codes, Threshold(i))
	}
	return codes
}

func (t *translator) lacking(field string) datasets.Label {
	l := datasets.Label{PL: field, EN: field}
	if f := t.set.Schema().Field(field); f != nil {
		l = f.Label
	}
	return datasets.Label{
		PL: fmt.Sprintf("eksport nie ma kolumny: %s (%s)", l.PL, field),
		EN: fmt.Sprintf("the export has no column for: %s (%s)", l.EN, field),
	}
}
