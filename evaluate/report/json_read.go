package report

import (
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"strconv"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// ReadJSON reads results.json back: project, figures, targets, claims, checks, rules and inputs, so that a later run
// can be held against it. Sections, charts, the files of inputs and of the ledger (but for those of older results, which
// had them), single corrections and single problems are not in the file. A figure reads back equal: its value, its text
// in both languages and its notes. Another schema, a number that is none and a display text that does not belong to its
// value are errors.
func ReadJSON(from io.Reader) (*Report, error) {
	var in results
	if err := json.NewDecoder(from).Decode(&in); err != nil {
		return nil, fmt.Errorf("report: results.json: %w; is it whole? run efseval again to make a new one", err)
	}
	if in.Schema != SchemaID {
		return nil, fmt.Errorf("report: results.json has schema %q, want %q; use the version of efseval that wrote it (%s)", in.Schema, SchemaID, in.Version)
	}
	r := &Report{Project: in.Project.project(), Figures: &evaluate.Figures{}, Version: in.Version, Generated: in.Generated,
		Targets: each(in.Targets, jsonAttainment.attainment), Settings: each(in.Settings, func(f jsonFact) Fact { return Fact(f) }),
		Overrides: each(in.Overrides, func(o jsonOverride) Override { return Override(o) }), Checks: each(in.Checks, func(c jsonCheck) Check { return Check(c) }),
		Inputs: each(in.Inputs, jsonInputRead.input), Corrections: in.Corrections.corrections(), Rules: each(in.Rules, jsonRule.rule)}
	if in.Persons != nil {
		p := Persons(*in.Persons)
		r.Persons = &p
	}
	if err := in.numbers(r); err != nil {
		return nil, err
	}
	return r, nil
}

// each is a list in another shape; nil for an empty one.
func each[J, T any](items []J, shape func(J) T) (out []T) {
	for _, item := range items {
		out = append(out, shape(item))
	}
	return out
}

// numbers reads the figures and the claims into a report.
func (in *results) numbers(r *Report) error {
	for i := range in.Figures {
		f, err := in.Figures[i].figure()
		if err == nil {
			err = r.Figures.Add(f)
		}
		if err != nil {
			return fmt.Errorf("report: results.json: %w", err)
		}
	}
	for i := range in.Claims {
		c, err := in.Claims[i].claim()
		if err != nil {
			return fmt.Errorf("report: results.json: claim of %s: %w", in.Claims[i].Figure, err)
		}
		r.Claims = append(r.Claims, c)
	}
	return nil
}

// readNumber is the value of a number; absent for nil.
func readNumber(n *json.Number, floating bool) (evaluate.Value, error) {
	if n == nil {
		return evaluate.Value{}, nil
	}
	if floating {
		x, err := strconv.ParseFloat(n.String(), 64)
		if err != nil {
			return evaluate.Value{}, fmt.Errorf("%q is not a number: %w", n.String(), err)
		}
		return evaluate.Real(x), nil
	}
	return readRatio(n.String())
}

// roundedDigits is the number of significant digits to which a ratio may have been rounded.
const roundedDigits = 17

// readRatio is the ratio of whole numbers that prints as the text: the one with the smallest
// denominator that rounds to it, so that 0.61666666666666667 is 37/60 again, and the text as it
// stands where that one does not print the same.
func readRatio(text string) (evaluate.Value, error) {
	if n, err := strconv.ParseInt(text, 10, 64); err == nil { // as nearly all are
		if v := evaluate.Ratio(n, 1); v.String() == text {
			return v, nil
		}
	}
	x, ok := new(big.Rat).SetString(text)
	if !ok || strings.ContainsAny(text, "eE/") {
		return evaluate.Value{}, fmt.Errorf("%q is not a decimal number", text)
	}
	half := halfUnit(text)
	size := new(big.Rat).Abs(x)
	simple := simplestBetween(new(big.Rat).Sub(size, half), new(big.Rat).Add(size, half))
	if x.Sign() < 0 {
		simple.Neg(simple)
	}
	for _, r := range []*big.Rat{simple, x} {
		if v, ok := ratioValue(r); ok && v.String() == text {
			return v, nil
		}
	}
	return evaluate.Value{}, fmt.Errorf("%q cannot be held as a ratio of whole numbers", text)
}

// halfUnit is half of one in the last of the significant digits, of which the text may lack
// zeros at its end. It is never as large as a number with a digit other than 0.
func halfUnit(text string) *big.Rat {
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	places := roundedDigits
	if whole != "0" {
		places -= len(whole)
	} else {
		places += len(fraction) - len(strings.TrimLeft(fraction, "0"))
	}
	places = max(places, 0)
	return new(big.Rat).SetFrac(big.NewInt(5), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places+1)), nil))
}

func ratioValue(r *big.Rat) (evaluate.Value, bool) {
	if !r.Num().IsInt64() || !r.Denom().IsInt64() {
		return evaluate.Value{}, false
	}
	return evaluate.Ratio(r.Num().Int64(), r.Denom().Int64()), true
}

// simplestBetween is the fraction with the smallest denominator in [lo, hi], lo < hi, by the
// continued fraction of both bounds; 0 where lo is not above it.
func simplestBetween(lo, hi *big.Rat) *big.Rat {
	if lo.Sign() <= 0 {
		return new(big.Rat)
	}
	floor := new(big.Rat).SetInt(new(big.Int).Quo(lo.Num(), lo.Denom()))
	if floor.Cmp(lo) == 0 {
		return floor
	}
	if next := new(big.Rat).Add(floor, big.NewRat(1, 1)); next.Cmp(hi) <= 0 {
		return next
	}
	rest := simplestBetween(
		new(big.Rat).Inv(new(big.Rat).Sub(hi, floor)),
		new(big.Rat).Inv(new(big.Rat).Sub(lo, floor)))
	return floor.Add(floor, rest.Inv(rest))
}
