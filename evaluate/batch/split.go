package batch

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// maxReportParts is the most parts of a split that a report takes; a country's municipalities are for
// efseval count.
const maxReportParts = 200

// split is what the project asks its figures to be split by: a dimension, or several crossed.
type split struct {
	name    string // in ids: age_band, age_band+education
	dims    []indicators.Dimension
	counter *indicators.Counter
	parts   []part
}

// part is the people of one value, or of one of each dimension.
type part struct {
	id     string   // in ids: below-25, below-25+isced3
	values []string // of each dimension, as the table has it: <25
	label  evaluate.Text
	table  *indicators.Table
}

// heading names the dimensions.
func (s *split) heading() evaluate.Text {
	var heading evaluate.Text
	for _, d := range s.dims {
		heading = heading.Joined(" × ", text(d.Label))
	}
	return heading
}

// overlaps tells whether one person may be in several parts.
func (s *split) overlaps() bool {
	return slices.ContainsFunc(s.dims, func(d indicators.Dimension) bool { return d.Overlaps })
}

// splitBy checks splits: of a project file.
func (c *checker) splitBy() {
	p, seen := c.project, map[string]bool{}
	if p.set == nil {
		return
	}
	for i, asked := range p.Splits {
		path := fmt.Sprintf("$.splits[%d]", i)
		dims, err := p.set.Dimensions(asked)
		if err == nil && len(dims) == 0 {
			err = errors.New("names no dimension; want one, or several to be crossed, as age_band,education")
		}
		if err != nil {
			c.fault(path, "%v", err)
			continue
		}
		if name := splitName(dims); seen[name] {
			c.fault(path, "%s is asked for twice; its figures would have the same names", name)
		} else {
			seen[name] = true
		}
	}
	if len(p.Splits) > 0 && p.Participants == nil {
		c.fault("$.splits", "there are no participants to split; take it out")
	}
}

// splitName names dimensions without their bands.
func splitName(dims []indicators.Dimension) string {
	names := make([]string, len(dims))
	for i, d := range dims {
		names[i], _, _ = strings.Cut(d.Name, ":")
	}
	return strings.Join(names, "+")
}

func (r *run) newSplits() ([]*split, error) {
	var out []*split
	for _, asked := range r.project.Splits {
		dims, err := r.set.Dimensions(asked)
		if err != nil {
			return nil, err
		}
		counter, err := indicators.NewCounter(r.set, indicators.Options{By: dims})
		if err != nil {
			return nil, err
		}
		out = append(out, &split{name: splitName(dims), dims: dims, counter: counter})
	}
	return out, nil
}

// settle names the parts, each by the names of its values, which are the same in every part.
func (s *split) settle() {
	parts := s.counter.Table().Parts
	names := make([]map[string]string, len(s.dims))
	for i := range names {
		names[i] = valueIDs(parts, i)
	}
	taken := map[string]bool{}
	for _, p := range parts {
		ids := make([]string, len(p.Values))
		var label evaluate.Text
		for i, value := range p.Values {
			ids[i], label = names[i][value], label.Joined(", ", text(p.Labels[i]))
		}
		s.parts = append(s.parts, part{free(strings.Join(ids, "+"), taken), p.Values, label, p.Table})
	}
}

// valueIDs names the values of one dimension, as two municipalities whose names differ in signs alone: in
// the order of the values, so that no other dimension has a say in who is the second.
func valueIDs(parts []indicators.Part, dim int) map[string]string {
	values := map[string]bool{}
	for _, p := range parts {
		values[p.Values[dim]] = true
	}
	ids, taken := map[string]string{}, map[string]bool{}
	for _, value := range slices.Sorted(maps.Keys(values)) {
		ids[value] = free(partID(value), taken)
	}
	return ids
}

// free is an id that is not taken yet, with a number where it must be, and takes it.
func free(id string, taken map[string]bool) string {
	same := id
	for n := 2; taken[id]; n++ {
		id = fmt.Sprintf("%s-%d", same, n)
	}
	taken[id] = true
	return id
}

// partID is a value as part of a figure id.
func partID(value string) string {
	switch {
	case value == indicators.NotKnown:
		return "not-known"
	case value == indicators.NoMember:
		return "no-member"
	case strings.HasPrefix(value, "<"):
		return "below-" + value[1:]
	case evaluate.CheckID(value) == nil && !strings.Contains(value, "/") && strings.ToLower(value) == value: // a term, a band
		return value
	}
	return report.Slug(value)
}

// splitFigures counts every indicator, and the participants, in every part by sex. Stated numbers are of
// the whole project and in no part.
func (r *run) splitFigures() ([]evaluate.Figure, error) {
	var figures []evaluate.Figure
	for _, s := range r.splitsBy {
		if len(s.parts) > maxReportParts {
			return nil, r.project.fault("$.splits", "%s has %d values, and a report takes at most %d; leave it out, and count it with efseval count --by %s", s.name, len(s.parts), maxReportParts, strings.ReplaceAll(s.name, "+", ","))
		}
		for _, p := range s.parts {
			figures = append(figures, r.partFigures(s, p)...)
		}
	}
	return figures, nil
}

func (r *run) partFigures(s *split, p part) []evaluate.Figure {
	by := s.heading().Joined(" – ", p.label)
	var figures []evaluate.Figure
	for _, g := range []indicators.Group{indicators.Total, indicators.Women, indicators.Men} {
		c, _ := p.table.Cell(indicators.Participants, g)
		l := g.Label()
		label := evaluate.T("uczestnicy, "+l.PL+" ("+by.PL+")", "participants, "+l.EN+" ("+by.EN+")")
		figures = append(figures, r.cellFigure("participants/by/"+s.name+"/"+p.id+"/"+g.String(), label, c).By(s.rule()))
		for _, row := range p.table.Indicators {
			d := r.set.Definition(row.Code)
			c, _ := p.table.Cell(row.Code, g)
			if row.Fact || !c.Available { // why is told of the whole
				continue
			}
			name, id := labelOf(d, g), "indicator/"+d.Code+"/by/"+s.name+"/"+p.id+"/"+g.String()
			f := r.cellFigure(id, evaluate.T(name.PL+" ("+by.PL+")", name.EN+" ("+by.EN+")"), c).By(s.rule())
			figures = append(figures, f.WithShare(evaluate.Count(int(c.Num)), evaluate.Count(int(c.Den))))
		}
	}
	return figures
}

// rule says how parts make up the whole.
func (s *split) rule() evaluate.Text {
	if s.overlaps() {
		return evaluate.T("jak wskaźnik, wśród osób o tej wartości; jedna osoba może być w kilku częściach, więc części nie sumują się do całości", "as the indicator, among the persons of that value; one person may be in several parts, so that the parts do not add up to the whole")
	}
	return evaluate.T("jak wskaźnik, wśród osób o tej wartości; części sumują się do całości, a odsetek całości to suma liczników przez sumę mianowników", "as the indicator, among the persons of that value; the parts add up to the whole, and a share of the whole is the sum of numerators over the sum of denominators")
}

// addSplits counts a batch in every split.
func addSplits(splits []*split, b *datasets.Batch) error {
	for _, s := range splits {
		if err := s.counter.Add(b); err != nil {
			return err
		}
	}
	return nil
}
