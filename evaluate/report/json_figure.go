package report

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/efseval/efseval/evaluate"
)

// jsonFigure is a figure in results.json. Numbers are exact ratios of whole numbers, printed
// whole or to 17 significant digits; those named in Floating are float64 statistics.
type jsonFigure struct {
	ID          string          `json:"id"`
	Label       evaluate.Text   `json:"label"`
	Status      evaluate.Status `json:"status"`
	Unit        evaluate.Unit   `json:"unit"`
	Value       *json.Number    `json:"value"`
	Display     evaluate.Text   `json:"display"`
	Bound       evaluate.Bound  `json:"bound,omitempty"`
	MadeUp      bool            `json:"made_up,omitempty"`
	Rests       []string        `json:"rests_on,omitempty"`
	N           *json.Number    `json:"n,omitempty"`
	Numerator   *json.Number    `json:"numerator,omitempty"`
	Denominator *json.Number    `json:"denominator,omitempty"`
	Lower       *json.Number    `json:"lower,omitempty"`
	Upper       *json.Number    `json:"upper,omitempty"`
	Level       float64         `json:"level,omitempty"`
	Floating    []string        `json:"floating,omitempty"`
	Method      *evaluate.Text  `json:"method,omitempty"`
	Source      string          `json:"source,omitempty"`
	Reason      *evaluate.Text  `json:"reason,omitempty"`
	Warnings    []jsonWarning   `json:"warnings,omitempty"`
}

type jsonWarning struct {
	Code string        `json:"code"`
	Text evaluate.Text `json:"text"`
}

// numberNames are the numbers of a figure in the order of [jsonFigure.numbers].
var numberNames = [...]string{"value", "n", "numerator", "denominator", "lower", "upper"}

// numbers are the places of the numbers in the order of numberNames.
func (j *jsonFigure) numbers() [6]**json.Number {
	return [6]**json.Number{&j.Value, &j.N, &j.Numerator, &j.Denominator, &j.Lower, &j.Upper}
}

// valuesOf are the places of the same numbers in a figure.
func valuesOf(f *evaluate.Figure) [6]*evaluate.Value {
	return [6]*evaluate.Value{&f.Value, &f.N, &f.Numerator, &f.Denominator, &f.Interval.Lo, &f.Interval.Hi}
}

func figureJSON(f evaluate.Figure) jsonFigure {
	j := jsonFigure{
		ID: f.ID, Label: f.Label, Status: f.Status, Unit: f.Unit, Display: evaluate.T(f.Text(evaluate.PL), f.Text(evaluate.EN)),
		Bound: f.Bound, MadeUp: f.MadeUp, Rests: f.Rests, Level: f.Interval.Level, Method: given(f.Method), Source: f.Source, Reason: given(f.Reason),
	}
	places := j.numbers()
	for i, v := range valuesOf(&f) {
		*places[i] = jsonNumber(*v)
		if v.Present() && !v.Exact() {
			j.Floating = append(j.Floating, numberNames[i])
		}
	}
	for _, w := range f.Warnings {
		j.Warnings = append(j.Warnings, jsonWarning(w))
	}
	return j
}

// jsonNumber is a value in full precision; nil where absent.
func jsonNumber(v evaluate.Value) *json.Number {
	if !v.Present() {
		return nil
	}
	n := json.Number(v.String())
	return &n
}

// given is nil for an empty text, so that it is left out.
func given(t evaluate.Text) *evaluate.Text {
	if t.Empty() {
		return nil
	}
	return &t
}

func textOf(t *evaluate.Text) evaluate.Text {
	if t == nil {
		return evaluate.Text{}
	}
	return *t
}

// figure reads a figure back. Its display text is not read: it follows from the value, and a
// text that does not is an error.
func (j *jsonFigure) figure() (evaluate.Figure, error) {
	f := evaluate.Figure{
		ID: j.ID, Label: j.Label, Unit: j.Unit, Status: j.Status, Bound: j.Bound, MadeUp: j.MadeUp, Rests: j.Rests,
		Method: textOf(j.Method), Source: j.Source, Reason: textOf(j.Reason),
	}
	f.Interval.Level = j.Level
	places := valuesOf(&f)
	for i, n := range j.numbers() {
		v, err := readNumber(*n, j.floats(numberNames[i]))
		if err != nil {
			return f, fmt.Errorf("figure %s: %s: %w", j.ID, numberNames[i], err)
		}
		*places[i] = v
	}
	for _, w := range j.Warnings {
		f.Warnings = append(f.Warnings, evaluate.Warning(w))
	}
	if got := evaluate.T(f.Text(evaluate.PL), f.Text(evaluate.EN)); got != j.Display {
		return f, fmt.Errorf("figure %s: the display text %q does not belong to the value, which prints as %q; one of them was changed by hand", j.ID, j.Display.EN, got.EN)
	}
	return f, nil
}

func (j *jsonFigure) floats(name string) bool { return slices.Contains(j.Floating, name) }
