package sqltext

import (
	"fmt"
	"maps"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// Options say for which engine and which table a text is written.
type Options struct {
	Dialect Dialect // Required.
	Table   string  // Defaults to participants; may begin with its schema: public.participants.
	// Columns are those that the table has; nil: all of [Columns]. A figure that rests on another
	// is not available. Columns that no canonical table has are passed over.
	Columns []string
	// By splits the rows further, see [Query.Text]; from [indicators.Set.Dimensions].
	By   []indicators.Dimension
	Lang string // of the comments: pl or en. Defaults to en.
}

// Query is a text that counts and how to read its answer.
type Query struct {
	// Text is one SELECT over one scan of the table. Its answer has a row for each value of the
	// column sex: woman, man, non_binary as far as the rule set knows them, and the empty text for
	// persons of unknown sex or outside the rule set. A sex that nobody has has no row. Totals are
	// the sums of the rows. Where one code was asked the numerator is in the column achieved and the
	// denominator in eligible; else those of the i-th of Codes, from 1, in n_i and d_i. The text is
	// empty where nothing that was asked is available.
	//
	// With dimensions there is a row for each sex and each value of them, the codes of
	// indicators.Value in columns of their names behind sex: '' is not known. Where one overlaps a
	// person is in several rows, and they add up to more than the whole.
	Text string
	// Codes are the figures counted, those asked for less the unavailable ones.
	Codes []string
	// Unavailable says what the table lacks for each of the other figures asked for.
	Unavailable map[string]datasets.Label
	// NoSex says what the table lacks where it has no column sex: then all persons are in the row of
	// the empty text, the figures of women and men are not available, and totals are.
	NoSex *datasets.Label
	// Single tells whether one code was asked for, so that the columns are achieved and eligible.
	Single bool
}

// Count writes the text that counts figures of a rule set: indicators by code, the reserved ones
// (participants, grand-total, leavers, completed), those of [Incomplete] and [Refused]. No codes are
// all of [Codes]. An unknown code is an error; a figure for which the table lacks a column is told in
// the Query.
func Count(set *indicators.Set, codes []string, o Options) (Query, error) {
	t, table, err := newTranslator(set, o)
	if err != nil {
		return Query{}, err
	}
	if err := t.comparable(o.By); err != nil {
		return Query{}, err
	}
	q := Query{Single: len(codes) == 1}
	if len(codes) == 0 {
		codes = Codes(set)
	}
	if q.Unavailable, err = t.unavailable(codes); err != nil {
		return q, err
	}
	var figures []figure
	for _, code := range codes {
		if !slices.Contains(Codes(set), code) {
			return q, fmt.Errorf("sqltext: no figure %q in %s%s", datasets.Visible(code), set.Name, datasets.Meant(code, Codes(set)))
		}
		if _, lacks := q.Unavailable[code]; lacks || slices.Contains(q.Codes, code) {
			continue
		}
		f, err := t.figure(code)
		if err != nil {
			return q, fmt.Errorf("sqltext: %s: %w", code, err)
		}
		figures, q.Codes = append(figures, f), append(q.Codes, code)
	}
	if !t.has["sex"] {
		why := t.lacking("sex")
		q.NoSex = &why
	}
	if len(figures) > 0 {
		q.Text = t.query(table, figures, o.By, q)
	}
	return q, nil
}

func newTranslator(set *indicators.Set, o Options) (*translator, string, error) {
	if _, err := ParseDialect(string(o.Dialect)); err != nil {
		return nil, "", err
	}
	if o.Lang != "" && o.Lang != "pl" && o.Lang != "en" {
		return nil, "", fmt.Errorf("sqltext: language %q; want pl or en", o.Lang)
	}
	if o.Table == "" {
		o.Table = "participants"
	}
	table, err := o.Dialect.table(o.Table)
	if err != nil {
		return nil, "", err
	}
	has, err := columns(set.Schema(), o.Columns)
	return &translator{set: set, dialect: o.Dialect, lang: o.Lang, has: has}, table, err
}

// Columns are those of the answer in which the i-th of Codes stands, from 0: its numerator and its denominator.
func (q *Query) Columns(i int) (num, den string) { return countNames(i, q.Single) }

// Told are lines that say what is not counted and why, in a language.
func (q *Query) Told(lang string) []string {
	t := translator{lang: lang}
	var lines []string
	for _, code := range slices.Sorted(maps.Keys(q.Unavailable)) {
		lines = append(lines, t.in(datasets.Label{PL: "niedostępne: ", EN: "not available: "})+code+": "+t.in(q.Unavailable[code]))
	}
	if q.NoSex != nil {
		lines = append(lines, t.in(datasets.Label{PL: "płeć: ", EN: "sex: "})+t.in(*q.NoSex))
	}
	return lines
}
