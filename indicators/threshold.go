package indicators

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/shopspring/decimal"
)

// Threshold is what share of those eligible for an indicator must have achieved it, in a
// subgroup: 22 % of all, 12 % of persons with a significant disability. Who fits several
// subgroups counts in each.
type Threshold struct {
	Code    string          `yaml:"code"`     // indicator of the set
	Name    datasets.Label  `yaml:"name"`     // of the subgroup
	Of      Criterion       `yaml:"of"`       // the subgroup, among those eligible. Defaults to everyone.
	AtLeast decimal.Decimal `yaml:"at_least"` // percent, exact: 22 or 56.5
	Source  Source          `yaml:"source"`   // where it stands and how sure it is

	place Place
}

// UnmarshalYAML reads a threshold and remembers where it stands. Unknown keys are a [Fault].
func (t *Threshold) UnmarshalYAML(node ast.Node) error {
	type plain Threshold
	if err := checkKeys(node, "a threshold", keysOf(*t)); err != nil {
		return err
	}
	if err := t.exact(node); err != nil { // first, since it says where a text stands that is no number
		return err
	}
	if err := yaml.NodeToValue(node, (*plain)(t), yaml.Strict()); err != nil {
		return err
	}
	t.place = placeOf(node)
	return t.exact(node)
}

// exact reads at_least as it is written; the YAML reader would make it a binary fraction first.
func (t *Threshold) exact(node ast.Node) (err error) {
	m, _ := node.(ast.MapNode)
	for pairs := m.MapRange(); pairs.Next(); {
		if strings.Trim(pairs.Key().String(), `"'`) != "at_least" {
			continue
		}
		written := pairs.Value().GetToken().Value
		if t.AtLeast, err = decimal.NewFromString(written); err != nil {
			return faultAt(placeOf(pairs.Value()), "at_least %q is not a number; write a per cent, as 22 or 22.5", written)
		}
	}
	return nil
}

// WithThresholds is a copy of the set that holds its indicators to other thresholds, in place of
// its own: the way in for a project whose call has them, where the set ships none (efficiency-2018,
// efficiency-esf-plus). None takes all away.
func (s *Set) WithThresholds(thresholds ...Threshold) (*Set, error) {
	out := *s
	out.Thresholds, out.Definitions = slices.Clone(thresholds), slices.Clone(s.Definitions)
	return &out, out.settle()
}

// settle fills the default in and refuses what cannot be held against a share.
func (t *Threshold) settle(s *Set) error {
	if t.Of.IsZero() {
		t.Of = Criterion{Everyone: true, place: t.place}
	}
	d := s.Definition(t.Code)
	switch {
	case d == nil:
		return faultAt(t.place, "threshold: unknown indicator %q%s", t.Code, datasets.Meant(t.Code, s.Codes()))
	case d.Fact:
		return faultAt(t.place, "threshold: %s is a fact and has no share", t.Code)
	case t.Name.PL == "" || t.Name.EN == "":
		return faultAt(t.place, "threshold of %s: name: wants pl and en; say whom it is for", t.Code)
	case !t.AtLeast.IsPositive() || t.AtLeast.GreaterThan(decimal.NewFromInt(100)):
		return faultAt(t.place, "threshold of %s: at_least is %s, want a per cent above 0 and up to 100", t.Code, t.AtLeast)
	case t.Source.Clause == "" || t.Source.Mark == "":
		return faultAt(t.place, "threshold of %s: source: wants clause and mark; say where the number stands and how it is known", t.Code)
	}
	return nil
}

const thresholdPrefix = "\x00threshold "

// thresholds compiles a figure for each: the indicator among those of the subgroup.
func (c *compiler) thresholds(p *plan, complete int) error {
	for i := range c.set.Thresholds {
		t := &c.set.Thresholds[i]
		d := c.set.Definition(t.Code)
		f, err := c.indicatorFigure(d, complete)
		if err != nil {
			return err
		}
		of, err := c.criterion(&t.Of, false)
		if err != nil {
			return named(err, t.Code)
		}
		p.figures = append(p.figures, figure{fmt.Sprint(thresholdPrefix, i), c.all(f.eligible, of), c.all(f.count, of)})
	}
	return nil
}

// Attained is a threshold beside what the persons counted reached. The threshold is for both
// sexes together; the row has them apart all the same.
type Attained struct {
	Threshold Threshold
	Row       Row // Num: achieved in the subgroup; Den: eligible in the subgroup
}

// Verdict compares the share of the total with the threshold, exactly:
//
//	100 * achieved >= at least * eligible
//
// Where the figure is not available or nobody is eligible it cannot be told, and why says so.
func (a Attained) Verdict() (v Verdict, why datasets.Label) {
	c := a.Row.Cells[len(a.Row.Cells)-1]
	switch {
	case !c.Available:
		return CannotTell, c.Why
	case c.Den == 0:
		return CannotTell, datasets.Label{PL: "nikogo nie obejmuje mianownik: " + a.Threshold.Name.PL, EN: "nobody is in the denominator: " + a.Threshold.Name.EN}
	case decimal.NewFromInt(c.Num).Shift(2).LessThan(a.Threshold.AtLeast.Mul(decimal.NewFromInt(c.Den))):
		return NotReached, datasets.Label{}
	}
	return Reached, datasets.Label{}
}

// placeThreshold puts the row of a threshold beside it; ok is false for another figure.
func (t *Table) placeThreshold(code string, r Row) (ok bool) {
	if !strings.HasPrefix(code, thresholdPrefix) {
		return false
	}
	of := t.Set.Thresholds[len(t.Thresholds)]
	r.Code = of.Code
	t.Thresholds = append(t.Thresholds, Attained{Threshold: of, Row: r})
	return true
}
