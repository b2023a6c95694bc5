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
// with [datasets.Everything]; of equals one of a system before the house's own layout,
// and then the one whose own spelling of headers the file has. Where none reads a header, or two remain, the user has to
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

// matchAll matches the profiles of a schema, each on a core that is free: most of the start of a
// command is reading them.
func matchAll(schema string, header []string) ([]matched, error) {
	names := slices.DeleteFunc(Names(), func(name string) bool { return !isOf(name, schema) })
	ranked, faults := make([]matched, len(names)), make([]error, len(names))
	var loading sync.WaitGroup
	for i, name := range names {
		loading.Go(func() {
			var p *datasets.Profile
			if p, faults[i] = Load(name); faults[i] == nil {
				ranked[i] = match(p, header)
			}
		})
	}
	loading.Wait()
	return ranked, errors.Join(faults...)
}

// isOf tells of what schema a ready profile is without reading all of it: TestReadyProfilesSayTheirSchema
// holds that the line is there.
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

// chosen is the first of the ranked profiles, where it is ahead of the next.
func chosen(found datasets.Conclusions, ranked []matched) (*datasets.Profile, error) {
	at := datasets.Position{File: found.File, Sheet: found.Sheet, Row: found.HeaderRow}
	first, second := ranked[0], ranked[1]
	switch {
	case first.reads == 0:
		return nil, &datasets.Unreadable{At: at, Cause: errors.New("no ready profile knows a header of this row"),
			Next: fmt.Sprintf("name one with --profile (%s), or draft one: efseval profile draft", strings.Join(Names(), ", "))}
	case first.compare(second) == 0:
		return nil, &datasets.Unreadable{At: at, Cause: fmt.Errorf("profiles %s and %s know %d of its headers each", first.Name, second.Name, first.reads),
			Next: "say which one it is with --profile"}
	}
	return first.Profile, nil
}
