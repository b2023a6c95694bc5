package batch

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/indicators"
)

// sample is the origin of a figure of a sample: what the project file states of it, those of whom the
// later situation is known, and who met the indicator.
func (t *tracer) sample(f *evaluate.Figure) (*origin, error) {
	path, ok := strings.CutPrefix(f.ID, "sample/")
	if !ok {
		return nil, nil
	}
	code, name, _ := strings.Cut(path, "/")
	if f.Status != evaluate.Known {
		return &origin{stated: t.sampleKeys(code)}, nil
	}
	known := knownPrefix + code
	switch name {
	case "population":
		if t.run.project.Samples[code].Population > 0 {
			return &origin{stated: t.sampleKeys(code, "population")}, nil
		}
		return t.counting(f, cell{code: known, group: indicators.Total, eligible: true})
	case "drawn":
		return &origin{stated: t.sampleKeys(code, "drawn")}, nil
	case "answered":
		return t.counting(f, total(known))
	case "required":
		return &origin{parts: []string{"sample/" + code + "/population"}, stated: t.condition(code)}, nil
	}
	if variable, of, is := strings.Cut(strings.TrimPrefix(name, "by/"), "/"); is {
		return t.represented(f, code, variable, of)
	}
	return &origin{parts: t.trail.rests[f.ID], stated: t.sampleKeys(code)}, nil
}

// sampleKeys are the lines of the project file of some keys of a sample; without any, of the sample.
func (t *tracer) sampleKeys(code string, keys ...string) (paths []string) {
	path := "$.samples.'" + code + "'"
	if len(keys) == 0 {
		return []string{path}
	}
	for _, key := range keys {
		paths = append(paths, path+"."+key)
	}
	return paths
}

// condition are the lines of the project file that ask for another sample than the regulation.
func (t *tracer) condition(code string) (paths []string) {
	s := t.run.project.Samples[code]
	if s.Margin > 0 {
		paths = append(paths, t.sampleKeys(code, "margin")...)
	}
	if s.Level > 0 {
		paths = append(paths, t.sampleKeys(code, "level")...)
	}
	return paths
}

// counting is the origin of a number of people who are in one side of a cell that is counted beside the
// rule set.
func (t *tracer) counting(f *evaluate.Figure, c cell) (*origin, error) {
	m, err := t.people.in(c)
	if err == nil {
		err = held(f.ID, m, int(f.Value.Float()))
	}
	if err != nil {
		return nil, err
	}
	o := &origin{words: f.Method, counted: m, rows: t.rowsBehind(m, audit.Counted)}
	o.steps = func() []step { return t.besideSteps(c, m) }
	return o, nil
}

// besideSteps are the conditions of one side of a cell that is counted beside the rule set.
func (t *tracer) besideSteps(c cell, counted members) []step {
	for _, d := range t.run.project.laterDefinitions() {
		if d.Code == c.code {
			if c.eligible {
				d.Achieved = indicators.Criterion{Everyone: true}
			}
			return t.indicatorSteps(&d, c.group, false)
		}
	}
	return []step{{text: evaluate.T("policzeni", "counted"), in: counted}}
}

// represented is the origin of a share of a category in the population or the sample, of their
// difference, and of the p of a variable: those of the category among all who are eligible and left, or
// among those of them who have an answer.
func (t *tracer) represented(f *evaluate.Figure, code, variable, of string) (*origin, error) {
	id, side, _ := cutLast(of)
	for _, v := range t.run.project.represented() {
		if v.id != variable {
			continue
		}
		if of == "p" {
			return &origin{parts: t.everyShare("sample/"+code+"/by/"+v.id, v)}, nil
		}
		for _, c := range v.categories {
			if c.id == id && (side == "population" || side == "sample") {
				return t.ofCategory(f, code, v.code(code, c), side == "population")
			}
		}
	}
	return &origin{parts: t.trail.rests[f.ID]}, nil
}

// everyShare lists the shares of a variable that there are.
func (t *tracer) everyShare(path string, v variable) (ids []string) {
	for _, c := range v.categories {
		for _, side := range []string{"/population", "/sample"} {
			if _, ok := t.run.figures.Get(path + "/" + c.id + side); ok {
				ids = append(ids, path+"/"+c.id+side)
			}
		}
	}
	return ids
}

// ofCategory finds both sides of a share of a category.
func (t *tracer) ofCategory(f *evaluate.Figure, code, category string, eligible bool) (*origin, error) {
	part, err := t.people.in(cell{code: category, group: indicators.Total, eligible: eligible})
	if err != nil {
		return nil, err
	}
	all, err := t.people.in(cell{code: knownPrefix + code, group: indicators.Total, eligible: eligible})
	if err != nil {
		return nil, err
	}
	o := &origin{words: f.Method, counted: part}
	o.steps = func() []step {
		steps := t.besideSteps(cell{code: knownPrefix + code, group: indicators.Total, eligible: eligible}, all)
		steps[len(steps)-1].base = true
		return append(steps, step{text: f.Label, in: part})
	}
	return o, t.shareRows(f, o, part, all)
}
