package selftest

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// usual is the relative difference allowed to numbers.
const usual = 1e-10

// Run computes the cases of some groups, of all where none is named. An error means that a case that ships is
// broken or that the context ended; values that differ are no error here: see [Outcome.Err].
func Run(ctx context.Context, groups ...Group) (*Outcome, error) {
	if len(groups) == 0 {
		groups = Groups()
	}
	files, err := readShipped()
	if err != nil {
		return nil, err
	}
	out := &Outcome{}
	for _, g := range Groups() {
		switch {
		case !slices.Contains(groups, g):
		case g == Indicators:
			err = errors.Join(err, out.people(ctx))
		default:
			for i := range files {
				if files[i].Group == g {
					err = errors.Join(err, out.file(ctx, &files[i]))
				}
			}
		}
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}

// RunFile computes the cases of a file of one's own, laid out like those that ship; name stands in its errors. The
// cases belong to the group own, whatever the file says.
func RunFile(ctx context.Context, name string, text []byte) (*Outcome, error) {
	f, err := parse(name, text)
	if err != nil {
		return nil, err
	}
	f.Group = Own
	out := &Outcome{}
	return out, out.file(ctx, &f)
}

func (o *Outcome) file(ctx context.Context, f *caseFile) error {
	p := Part{Group: f.Group, Title: f.Title}
	for i := range f.Cases {
		if err := ctx.Err(); err != nil {
			return err
		}
		c, err := f.Cases[i].run()
		if err != nil {
			return fmt.Errorf("selftest: %s: %w", f.Cases[i].ID, err)
		}
		p.Cases = append(p.Cases, c)
	}
	o.Parts = append(o.Parts, p)
	return nil
}

func (c *fileCase) run() (Case, error) {
	out := Case{ID: c.ID, What: c.What, Source: evaluate.Text(c.Source), Tolerance: usual, Because: evaluate.Text(c.Because)}
	if c.Tolerance != 0 {
		out.Tolerance = c.Tolerance
	}
	got, err := calls[c.Call](c.Input)
	if err != nil {
		return out, err
	}
	for _, e := range c.Expect {
		name := fmt.Sprint(e.Key)
		answer, given := got[name]
		if !given {
			return out, fmt.Errorf("%s gives no value %q; it gives %v", c.Call, name, got.names())
		}
		v, err := compare(e.Value, answer, out.Tolerance)
		if err != nil {
			return out, fmt.Errorf("%s: %w", name, err)
		}
		v.Name = name
		out.Values = append(out.Values, v)
	}
	return out, nil
}

// compare holds an answer against what a case expects of it.
func compare(expected, answer any, tolerance float64) (Value, error) {
	want, err := read(expected)
	if err != nil {
		return Value{}, err
	}
	got, err := read(answer)
	if err != nil {
		return Value{}, err
	}
	v := Value{Expected: want.text, Computed: got.text, Passed: want == got}
	if want.number && got.number {
		difference := got.value - want.value
		v.Difference = number(difference)
		scale := math.Abs(want.value)
		if scale == 0 {
			scale = 1
		}
		v.Passed = math.Abs(difference) <= tolerance*scale
	}
	return v, nil
}

// shown is a value as a text and, where it is one, as a number.
type shown struct {
	text   string
	value  float64
	number bool
}

// read takes what a case file or a computation gives.
func read(value any) (shown, error) {
	switch x := value.(type) {
	case string:
		return shown{text: x}, nil
	case bool:
		return shown{text: strconv.FormatBool(x)}, nil
	case float64:
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return shown{}, fmt.Errorf("%g is no value", x)
		}
		return shown{number(x), x, true}, nil
	case int:
		return shown{number(float64(x)), float64(x), true}, nil
	case int64:
		return shown{number(float64(x)), float64(x), true}, nil
	case uint64:
		return shown{number(float64(x)), float64(x), true}, nil
	case stats.Maybe:
		if !x.Defined {
			return shown{text: "undefined: " + string(x.Why)}, nil
		}
		return read(x.Value)
	}
	return shown{}, fmt.Errorf("%v is neither a number nor a text", value)
}

// number is the shortest text that reads back as the same number.
func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
