package batch

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// maxReportParts is the most parts of a split that a report takes; a country's municipalities are for
// efseval count.
const maxReportParts = 200

// split is a dimension that the project asks its figures to be split by, one at a time.
type split struct {
	name    string // in ids: age_band
	dim     indicators.Dimension
	counter *indicators.Counter
	parts   []part
}

// part is the people of one value.
type part struct {
	id    string // in ids: below-25
	value string // as the table has it: <25
	label evaluate.Text
	table *indicators.Table
}

// splitBy checks splits: of a project file.
func (c *checker) splitBy() {
	p, seen := c.project, map[string]bool{}
	if p.set == nil {
		return
	}
	for i, asked := range p.Splits {
		path := fmt.Sprintf("$.splits[%d]", i)
		if _, err := p.set.Dimension(asked); err != nil {
			c.fault(path, "%s", strings.TrimPrefix(err.Error(), "indicators: "))
		}
		if name := splitName(asked); seen[name] {
			c.fault(path, "%s is asked for twice; its figures would have the same names", name)
		} else {
			seen[name] = true
		}
	}
	if len(p.Splits) > 0 && p.Participants == nil {
		c.fault("$.splits", "there are no participants to split; take it out")
	}
}

// splitName is a dimension without its bands.
func splitName(asked string) string {
	name, _, _ := strings.Cut(asked, ":")
	return strings.TrimSpace(name)
}

func (r *run) newSplits() ([]*split, error) {
	var out []*split
	for _, asked := range r.project.Splits {
		dim, err := r.set.Dimension(asked)
		if err != nil {
			return nil, err
		}
		counter, err := indicators.NewCounter(r.set, indicators.Options{By: []indicators.Dimension{dim}})
		if err != nil {
			return nil, err
		}
		out = append(out, &split{name: splitName(asked), dim: dim, counter: counter})
	}
	return out, nil
}

// settle names the parts, each with an id of its own.
func (s *split) settle() {
	taken := map[string]int{}
	for _, p := range s.counter.Table().Parts {
		id := partID(p.Values[0])
		if taken[id]++; taken[id] > 1 { // as two municipalities whose names differ in signs alone
			id += fmt.Sprintf("-%d", taken[id])
		}
		s.parts = append(s.parts, part{id, p.Values[0], text(p.Labels[0]), p.Table})
	}
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
			return nil, r.project.fault("$.splits", "%s has %d values, and a report takes at most %d; leave it out, and count it with efseval count --by %s", s.name, len(s.parts), maxReportParts, s.name)
		}
		for _, p := range s.parts {
			figures = append(figures, r.partFigures(s, p)...)
		}
	}
	return figures, nil
}

func (r *run) partFigures(s *split, p part) []evaluate.Figure {
	by := evaluate.T(s.dim.Label.PL+" – "+p.label.PL, s.dim.Label.EN+" – "+p.label.EN)
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
	if s.dim.Overlaps {
		return evaluate.T("jak wskaźnik, wśród osób o tej wartości; jedna osoba może być w kilku częściach, więc części nie sumują się do całości", "as the indicator, among the persons of that value; one person may be in several parts, so that the parts do not add up to the whole")
	}
	return evaluate.T("jak wskaźnik, wśród osób o tej wartości; części sumują się do całości, a odsetek całości to suma liczników przez sumę mianowników", "as the indicator, among the persons of that value; the parts add up to the whole, and a share of the whole is the sum of numerators over the sum of denominators")
}

// add counts a batch in every split.
func addSplits(splits []*split, b *datasets.Batch) error {
	for _, s := range splits {
		if err := s.counter.Add(b); err != nil {
			return err
		}
	}
	return nil
}
