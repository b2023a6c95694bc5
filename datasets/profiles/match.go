package profiles

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/efseval/efseval/datasets"
)

// Match is the ready profile of a schema that reads most of the headers of a file, which was opened
// with [datasets.Everything]; of equals one of a system before the house's own layout, and then the one
// whose own spelling of headers the file has. Where none reads a header, or two remain, the user has to
// choose: that is an error.
func Match(found datasets.Conclusions, schema string) (*datasets.Profile, error) {
	var header []string
	for _, c := range found.Columns {
		header = append(header, c.Header)
	}
	ranked, err := matchAll(schema, header)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(ranked, matched.compare)
	return chosen(found, ranked)
}

// matchAll matches the profiles of a schema that may read most of the headers. Most of the start of a
// command is reading profiles: those are passed over that cannot read as many as another does, by
// [bounded.most], and the others are read side by side.
func matchAll(schema string, header []string) ([]matched, error) {
	left := boundAll(schema, header)
	first := min(2, len(left))
	ranked, err := matchEach(left[:first], header)
	left = slices.DeleteFunc(left[first:], func(b bounded) bool {
		return slices.ContainsFunc(ranked, func(m matched) bool { return m.reads > b.most })
	})
	others, more := matchEach(left, header)
	return append(ranked, others...), errors.Join(err, more)
}

func matchEach(profiles []bounded, header []string) ([]matched, error) {
	ranked, faults := make([]matched, len(profiles)), make([]error, len(profiles))
	var loading sync.WaitGroup
	for i, b := range profiles {
		loading.Go(func() {
			p, err := Load(b.name)
			if faults[i] = err; err == nil {
				ranked[i] = match(p, header)
			}
		})
	}
	loading.Wait()
	return ranked, errors.Join(faults...)
}

// bounded is a profile before it is read, and the most headers that it can read: those that stand in
// its text, folded. TestHeadersStandInTheText holds that they do.
type bounded struct {
	name string
	most int
}

// boundAll are the profiles of a schema, the most promising first.
func boundAll(schema string, header []string) []bounded {
	var all []bounded
	for _, name := range Names() {
		text, err := Text(name)
		if err != nil || !isOf(name, schema) {
			continue
		}
		folded, most := datasets.Fold(string(text)), 0
		for _, h := range header {
			if strings.Contains(folded, datasets.Fold(h)) {
				most++
			}
		}
		all = append(all, bounded{name, most})
	}
	slices.SortStableFunc(all, func(a, b bounded) int { return b.most - a.most })
	return all
}

// isOf tells of what schema a profile is before it is read: TestReadyProfilesSayTheirSchema holds that
// the line is there.
func isOf(name, schema string) bool {
	text, err := Text(name)
	return err != nil || bytes.Contains(text, []byte("\nschema: "+schema+"\n"))
}

// matched is a profile beside the headers of a file.
type matched struct {
	*datasets.Profile
	reads, own int // headers it reads; of them those spelt as it has them first
}

func match(p *datasets.Profile, header []string) matched {
	m := matched{Profile: p}
	rules := p.RulesOf(header)
	for i, h := range header {
		if datasets.Fold(h) == "" {
			continue
		}
		if rule := rules[i]; rule != nil {
			m.reads++
			if datasets.Fold(h) == datasets.Fold(rule.Headers[0]) {
				m.own++
			}
		}
	}
	return m
}

// compare puts the better first.
func (m matched) compare(o matched) int {
	return cmp.Or(o.reads-m.reads, general(m.Profile)-general(o.Profile), o.own-m.own)
}

// chosen is the first of the ranked profiles, where it is ahead of the next, if there is one.
func chosen(found datasets.Conclusions, ranked []matched) (*datasets.Profile, error) {
	at := datasets.Position{File: found.File, Sheet: found.Sheet, Row: found.HeaderRow}
	switch {
	case len(ranked) == 0 || ranked[0].reads == 0:
		return nil, &datasets.Unreadable{At: at, Cause: errors.New("no ready profile knows a header of this row"),
			Next: fmt.Sprintf("name one with --profile (%s), or draft one: efseval profile draft", strings.Join(Names(), ", "))}
	case len(ranked) > 1 && ranked[0].compare(ranked[1]) == 0:
		return nil, &datasets.Unreadable{At: at, Cause: fmt.Errorf("profiles %s and %s know %d of its headers each", ranked[0].Name, ranked[1].Name, ranked[0].reads),
			Next: "say which one it is with --profile"}
	}
	return ranked[0].Profile, nil
}
