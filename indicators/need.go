package indicators

import (
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Need is what a criterion asks of an export: columns, where any one of the Ways suffices. Age
// has two: the column age, or birth_date together with entry_date.
type Need struct {
	Ways     [][]string
	Optional bool // without it the criterion still has an answer
}

// String writes the ways as "age or birth_date + entry_date".
func (n Need) String() string {
	ways := make([]string, len(n.Ways))
	for i, w := range n.Ways {
		ways[i] = strings.Join(w, " + ")
	}
	return strings.Join(ways, " or ")
}

// label names the columns in words, with their field names for whoever mends the profile.
func (n Need) label(schema *datasets.Schema) datasets.Label {
	var pl, en []string
	for _, way := range n.Ways {
		var wayPL, wayEN []string
		for _, name := range way {
			label := datasets.Label{PL: name, EN: name}
			if f := schema.Field(name); f != nil {
				label = f.Label
			}
			wayPL = append(wayPL, label.PL+" ("+name+")")
			wayEN = append(wayEN, label.EN+" ("+name+")")
		}
		pl, en = append(pl, strings.Join(wayPL, " i ")), append(en, strings.Join(wayEN, " and "))
	}
	return datasets.Label{PL: strings.Join(pl, " albo "), EN: strings.Join(en, " or ")}
}

// met tells whether the batch has the columns of one of the ways.
func (n Need) met(b *datasets.Batch) bool {
	return len(n.Ways) == 0 || slices.ContainsFunc(n.Ways, func(way []string) bool {
		return !slices.ContainsFunc(way, func(field string) bool { return !b.Has(field) })
	})
}

// parseNeed is the inverse of [Need.String].
func parseNeed(s string) Need {
	var n Need
	for way := range strings.SplitSeq(s, " or ") {
		n.Ways = append(n.Ways, strings.Split(way, " + "))
	}
	return n
}

// Fields lists every field of the ways, once.
func (n Need) Fields() []string {
	var fields []string
	for _, way := range n.Ways {
		for _, f := range way {
			if !slices.Contains(fields, f) {
				fields = append(fields, f)
			}
		}
	}
	return fields
}

// Needs lists what the criterion asks of an export, in the order in which it says so, each once;
// what is needed in one place and optional in another is needed. References to indicators are
// followed.
func (s *Set) Needs(c *Criterion) ([]Need, error) {
	p := newCompiler(s, s.schema)
	root, err := p.criterion(c, true)
	if err != nil {
		return nil, err
	}
	var needs []Need
	p.needs(root, false, &needs)
	return needs, nil
}

func (p *compiler) needs(id int, optional bool, out *[]Need) {
	n := &p.nodes[id]
	for i, kid := range n.kids {
		p.needs(kid, optional || n.optional[i], out)
	}
	if len(n.need.Ways) == 0 {
		return
	}
	*out = addNeed(*out, Need{Ways: n.need.Ways, Optional: optional || n.orMissing})
	if n.entry {
		*out = addNeed(*out, entryNeed())
	}
}

// addNeed adds a need that is not there yet; one that is optional in one place alone is needed.
func addNeed(to []Need, add Need) []Need {
	for i := range to {
		if have := &to[i]; have.String() == add.String() {
			have.Optional = have.Optional && add.Optional
			return to
		}
	}
	return append(to, add)
}

// entryNeed is the date of entry, before which nothing is a result; without it the end of a window decides.
func entryNeed() Need { return Need{Ways: [][]string{{"entry_date"}}, Optional: true} }
