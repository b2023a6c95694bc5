package profiles

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Draft writes a profile to edit for an export that no profile knows, as YAML that loads as it is.
// source must have been opened with [datasets.Everything]. Each header gets the field that the
// known profiles give it; where only a similar header is known, a comment says so; what none
// knows stands under ignore. Words of a column that may become values are listed as comments.
//
// A draft is for other eyes than the export, so it holds no value that may be of one person: see
// [column.shown]. A row of values in the place of the header row is refused.
func Draft(source datasets.Source) ([]byte, error) { return DraftFor(source, "") }

// DraftFor is Draft for an export of which is known what it holds: participants, costs or answers. An empty schema is
// that of the known profile which reads most of the headers.
func DraftFor(source datasets.Source, schema string) ([]byte, error) {
	found := source.Conclusions()
	d, err := newDraft(found, columnsOf(found), schema)
	if err != nil {
		return nil, err
	}
	if err := survey(source, d.columns); err != nil {
		return nil, err
	}
	d.found.Rows = source.Conclusions().Rows
	return d.text()
}

// draft is a profile being drafted.
type draft struct {
	found   datasets.Conclusions
	columns []column
	header  []string            // of the whole file, by column
	like    []*datasets.Profile // those of one schema, the most similar first
	known   int                 // headers that the most similar one reads
	taken   map[string]bool     // fields that an equal header feeds
	schema  string              // to draft for; empty: of the most similar profile
}

func newDraft(found datasets.Conclusions, columns []column, schema string) (*draft, error) {
	d := &draft{found: found, columns: columns, taken: map[string]bool{}, schema: schema}
	for _, c := range found.Columns {
		d.header = append(d.header, c.Header)
	}
	if err := d.compare(); err != nil {
		return nil, err
	}
	if datasets.LooksLikeValues(d.header) && 2*d.known < len(columns) {
		at := datasets.Position{File: found.File, Sheet: found.Sheet, Row: found.HeaderRow}
		return nil, &datasets.Unreadable{At: at, Cause: errors.New("no header row: the row most like one holds values, as a row of people does"),
			Next: "put a row with the names of the columns above the first person and draft again"}
	}
	for i := range d.columns {
		d.settle(&d.columns[i])
	}
	return d, nil
}

// compare ranks the known profiles by how many of the headers they read.
func (d *draft) compare() error {
	reads := map[string]int{}
	for _, name := range Names() {
		p, err := Load(name)
		if err != nil {
			return err
		}
		if d.schema != "" && p.Schema != d.schema {
			continue
		}
		d.like = append(d.like, p)
		for _, c := range d.columns {
			if p.RuleOf(d.header, c.place) != nil {
				reads[p.Name]++
			}
		}
	}
	slices.SortStableFunc(d.like, func(a, b *datasets.Profile) int {
		return cmp.Or(reads[b.Name]-reads[a.Name], general(a)-general(b)) // of equals one of a system, which has its words
	})
	d.known = reads[d.like[0].Name]
	if at := slices.IndexFunc(d.like, func(p *datasets.Profile) bool { return p.Name == "generic" }); d.known == 0 && at >= 0 { // nothing is alike: most exports are of participants
		d.like[0], d.like[at] = d.like[at], d.like[0]
	}
	schema := d.like[0].Schema
	d.like = slices.DeleteFunc(d.like, func(p *datasets.Profile) bool { return p.Schema != schema })
	return nil
}

// general is 1 for the house's own layouts.
func general(p *datasets.Profile) int {
	if strings.HasPrefix(p.Name, "generic") {
		return 1
	}
	return 0
}

// settle finds what is known of a column whose header a profile has.
func (d *draft) settle(c *column) {
	for _, p := range d.like {
		if rule := p.RuleOf(d.header, c.place); rule != nil {
			c.rule, c.from = rule, p
			d.taken[rule.Field] = true
			return
		}
	}
	for _, p := range d.like {
		if slices.ContainsFunc(p.Ignore, func(name string) bool { return datasets.Fold(name) == datasets.Fold(c.header) }) {
			c.ignored = p
			return
		}
	}
}

// similar finds a known header like that of a column whose own no profile has. A field that
// another column feeds already is named and not given twice.
func (d *draft) similar(c *column) (rule *datasets.ColumnRule, from *datasets.Profile, near string) {
	if len(datasets.Fold(c.header)) < 5 { // of so few letters two others make any word
		return nil, nil, ""
	}
	for _, p := range d.like {
		var words []string
		of := map[string]*datasets.ColumnRule{}
		for i := range p.Columns {
			for _, h := range p.Columns[i].Headers {
				if of[h] == nil && len(p.Columns[i].After) == 0 {
					of[h], words = &p.Columns[i], append(words, h)
				}
			}
		}
		if near := datasets.Nearest(c.header, words); near != "" {
			return of[near], p, near
		}
	}
	return nil, nil, ""
}

// basis says in words what the draft was made from.
func (d *draft) basis() string {
	text := fmt.Sprintf("%s, %d rows, header in row %d", d.found.Format, d.found.Rows, d.found.HeaderRow)
	if d.found.Encoding != "" {
		text += fmt.Sprintf(", %s, separator %q", d.found.Encoding, d.found.Separator)
	}
	return text
}
