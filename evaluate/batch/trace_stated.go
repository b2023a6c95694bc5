package batch

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/indicators"
)

// target is the origin of a target and of what was achieved against it.
func (t *tracer) target(f *evaluate.Figure) (*origin, error) {
	name, ok := strings.CutPrefix(f.ID, "target/")
	if !ok {
		return nil, nil
	}
	if code, rest, _ := cutLast(strings.TrimSuffix(name, "/planned")); rest == "women-share" {
		return t.womenShare(f, code, name != code+"/"+rest)
	}
	if what, planned := strings.CutSuffix(name, "/planned"); planned {
		return &origin{stated: []string{t.targetPath(what)}}, nil
	}
	if what, stake := strings.CutSuffix(name, "/total/at-stake"); stake {
		return &origin{parts: t.trail.rests[f.ID], stated: []string{"$.targets.at_stake.amounts.'" + what + "'"}}, nil
	}
	if _, planned := t.run.figures.Get(f.ID + "/planned"); !planned {
		return nil, nil // what is told beside a target rests on it
	}
	code, group, _ := cutLast(name)
	counted := "participants/" + group
	if g, err := indicators.ParseGroup(group); err == nil && code != indicators.Participants {
		counted = indicatorID(code, g)
	}
	return &origin{parts: []string{counted, f.ID + "/planned"}}, nil
}

// womenShare is the origin of the share of women among women and men, by the targets or as counted.
func (t *tracer) womenShare(f *evaluate.Figure, code string, planned bool) (*origin, error) {
	if planned && f.Status == evaluate.Known {
		return &origin{stated: []string{t.targetPath(code + "/women"), t.targetPath(code + "/men")}}, nil
	}
	o := &origin{parts: t.trail.rests[f.ID]}
	if f.Status != evaluate.Known || t.run.table == nil || len(o.parts) == 0 {
		return o, nil
	}
	women, counted, err := t.countedIn(o.parts[0])
	if err != nil || !counted {
		return o, err // the project states the numbers
	}
	men, _, err := t.countedIn(o.parts[1])
	if err != nil {
		return nil, err
	}
	either := women.each(func(i int) bool { return women[i] || men[i] })
	return o, t.shareRows(f, o, women, either)
}

// targetPath is where the project file states the target of participants/total or CODE/women.
func (t *tracer) targetPath(name string) string {
	code, group, _ := cutLast(name)
	if code == indicators.Participants {
		return "$.targets.participants." + group
	}
	return "$.targets.indicators.'" + code + "'." + group
}

// cutLast cuts an id at its last slash; without one all of it is before.
func cutLast(path string) (before, after string, found bool) {
	i := strings.LastIndex(path, "/")
	if i < 0 {
		return path, "", false
	}
	return path[:i], path[i+1:], true
}

// fact is the origin of a number that the programme states of itself.
func (t *tracer) fact(f *evaluate.Figure) (*origin, error) {
	name, ok := strings.CutPrefix(f.ID, "programme/")
	if !ok {
		return nil, nil
	}
	for i, fact := range t.run.project.Facts {
		switch name {
		case fact.ID:
			return &origin{stated: []string{fmt.Sprintf("$.facts[%d].number", i)}}, nil
		case fact.ID + "/share":
			return &origin{stated: []string{fmt.Sprintf("$.facts[%d].number", i), fmt.Sprintf("$.facts[%d].of", i)}}, nil
		}
	}
	return nil, nil
}

// statedIndicator is the origin of an indicator that the project states: its line.
func (t *tracer) statedIndicator(f *evaluate.Figure) (*origin, error) {
	d, _, _ := t.indicatorOf(f.ID)
	if d == nil || !d.Fact {
		return nil, nil
	}
	o := &origin{clause: d.Source.Clause, words: text(d.Name)}
	if f.Status == evaluate.Known {
		o.stated = []string{"$." + indicators.FactsKey + ".'" + d.Code + "'"}
	}
	return o, nil
}

// placeOf is where a YAML path leads in the project file; line 0 where it leads nowhere.
func (p *Project) placeOf(path string) audit.Stated {
	out := audit.Stated{File: filepath.Base(p.File), Path: strings.ReplaceAll(strings.TrimPrefix(path, "$."), "'", "")}
	at, err := yaml.PathString(path)
	if err != nil {
		return out
	}
	if node, err := at.ReadNode(bytes.NewReader(p.text)); err == nil && node != nil && node.GetToken() != nil {
		out.Line = node.GetToken().Position.Line
	}
	return out
}
