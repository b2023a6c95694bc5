package profiles

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// text writes the draft and makes sure that it loads.
func (d *draft) text() ([]byte, error) {
	var out strings.Builder
	d.writeHead(&out)
	if err := d.writeColumns(&out); err != nil {
		return nil, err
	}
	d.writeIgnored(&out)
	if _, err := datasets.ParseProfile([]byte(out.String())); err != nil {
		return nil, fmt.Errorf("profiles: the draft does not load: %w", err)
	}
	return []byte(out.String()), nil
}

func (d *draft) writeHead(out *strings.Builder) {
	like := d.like[0]
	fmt.Fprintf(out, "# Drafted from the headers of an export (%s).\n", d.basis())
	if d.known == 0 {
		out.WriteString("# No ready profile is alike: none reads any of its headers. Drafted for participants; where it holds something else say schema: costs or answers.\n")
	} else {
		fmt.Fprintf(out, "# Most like profile %s, which reads %d of its %d headers; lines from it are taken over, comments say where from.\n", like.Name, d.known, len(d.columns))
	}
	out.WriteString("# Check every line, above all those marked \"nearest\"; a line with ? wants an answer. Values that may be of one person are not shown.\n")
	out.WriteString("name: draft\nversion: 1\ntitle: {pl: \"szkic profilu\", en: \"drafted profile\"}\n")
	out.WriteString("source: \"drafted; say here where the layout is known from\"\n")
	fmt.Fprintf(out, "schema: %s\nrows: %s # what one row is: person, person-and-support, answer-sheet or expense\n", like.Schema, like.Rows)
	p := d.propose()
	p.write(out)
	if like.Split != "" {
		fmt.Fprintf(out, "split: %s # between several values in one cell\n", quote(like.Split))
	}
	if d.found.Sheet != "" {
		fmt.Fprintf(out, "# sheet: %s # where the headers were found; say it where other sheets are like it\n", quote(d.found.Sheet))
	}
}

func quote(text string) string { return strconv.Quote(text) }

func quoteAll(texts []string) string {
	quoted := make([]string, len(texts))
	for i, t := range texts {
		quoted[i] = quote(t)
	}
	return strings.Join(quoted, ", ")
}

// writeColumns writes a rule for every column that a profile knows or nearly knows.
func (d *draft) writeColumns(out *strings.Builder) error {
	out.WriteString("columns:")
	start := out.Len()
	for i := range d.columns {
		c := &d.columns[i]
		remark := ""
		switch {
		case c.ignored != nil:
			continue
		case c.rule != nil:
			remark = "as in " + c.from.Name
		default:
			rule, from, near := d.similar(c)
			if rule == nil || d.taken[rule.Field] {
				continue
			}
			c.rule, c.from, d.taken[rule.Field] = rule, from, true
			remark = fmt.Sprintf("nearest: %s of %s; check", quote(near), from.Name)
		}
		if err := d.writeRule(out, c, remark); err != nil {
			return err
		}
	}
	if out.Len() == start {
		out.WriteString(" [] # no header is known; give each a field: efseval profile show generic")
	}
	out.WriteString("\n")
	return nil
}

func (d *draft) writeRule(out *strings.Builder, c *column, remark string) error {
	header, after := c.header, c.rule.After
	if len(after) == 0 {
		var left string
		if header, left = d.alone(c); left != "" {
			after = []string{left}
		}
	}
	fmt.Fprintf(out, "\n  - field: %s # column %s; %s\n    header: [%s]", c.rule.Field, datasets.ColumnLetters(c.place+1), remark, quote(header))
	if len(after) > 0 {
		fmt.Fprintf(out, "\n    after: [%s]", quoteAll(after))
	}
	if c.rule.Required {
		out.WriteString("\n    required: true")
	}
	if c.rule.Blank != "" {
		fmt.Fprintf(out, "\n    blank: %s", c.rule.Blank)
	}
	return d.writeValues(out, c)
}

// writeValues writes the words of the known profile, which hold no data, and behind them as
// comments those of the file that it does not have.
func (d *draft) writeValues(out *strings.Builder, c *column) error {
	field := c.from.Fields().Field(c.rule.Field)
	if field.Vocabulary == nil {
		return nil
	}
	unknown, err := c.from.Unknown(c.rule, c.words())
	if err != nil {
		return err
	}
	slices.Sort(unknown)
	unknown = slices.Compact(unknown)
	values := c.rule.Values
	if len(values) == 0 && len(unknown) > 0 && field.Kind != datasets.Flag {
		values = ownWords(field.Vocabulary, c.words())
	}
	if len(values) == 0 && len(unknown) == 0 {
		return nil
	}
	if len(values) > 0 {
		out.WriteString("\n    values:")
	}
	for _, word := range slices.Sorted(maps.Keys(values)) {
		fmt.Fprintf(out, "\n      %s: %s", quote(word), quote(values[word]))
	}
	writeUnknown(out, c, unknown, values, field.Vocabulary)
	return nil
}

// ownWords are the Polish names of a vocabulary, and of its codes and English names those that the file
// has: a rule without values reads all of them, one with values no other words.
func ownWords(v *datasets.Vocabulary, found []string) map[string]string {
	words := map[string]string{}
	for _, t := range v.Terms {
		words[t.PL] = t.Code
		for _, other := range [...]string{t.Code, t.EN} {
			if slices.ContainsFunc(found, func(w string) bool { return datasets.Fold(w) == datasets.Fold(other) }) {
				words[other] = t.Code
			}
		}
	}
	return words
}

func writeUnknown(out *strings.Builder, c *column, unknown []string, values map[string]string, v *datasets.Vocabulary) {
	if len(unknown) == 0 {
		return
	}
	if len(values) == 0 {
		out.WriteString("\n    # values:")
	}
	fmt.Fprintf(out, "\n      # not in the list: each is one of %s or missing", strings.Join(v.Codes(), ", "))
	known := slices.Sorted(maps.Keys(values))
	shown, hidden := c.shown(unknown, known)
	for _, word := range shown {
		guess := "?"
		if near := datasets.Nearest(word, known); near != "" {
			guess = fmt.Sprintf("%s # nearest: %s", quote(values[near]), quote(near))
		}
		fmt.Fprintf(out, "\n      # %s: %s", quote(word), guess)
	}
	if hidden > 0 {
		fmt.Fprintf(out, "\n      # and %d that are not shown: they may be of one person", hidden)
	}
}

// writeIgnored lists the headers that no field takes, each once.
func (d *draft) writeIgnored(out *strings.Builder) {
	out.WriteString("# Known and not read, or not known: give an unknown one a field under columns: if it is of use.\nignore:")
	seen, start := map[string]bool{}, out.Len()
	for i := range d.columns {
		c := &d.columns[i]
		if c.rule != nil || seen[datasets.Fold(c.header)] {
			continue
		}
		seen[datasets.Fold(c.header)] = true
		if c.ignored == nil && !datasets.ShowsHeader(c.header) {
			fmt.Fprintf(out, "\n  # column %s: a header that may be a value, and is not shown", datasets.ColumnLetters(c.place+1))
			continue
		}
		fmt.Fprintf(out, "\n  - %s # column %s; %s", quote(c.header), datasets.ColumnLetters(c.place+1), d.remark(c))
		if shown, _ := c.shown(c.words(), nil); c.ignored == nil && len(shown) > 0 {
			fmt.Fprintf(out, "\n  #   values: %s", quoteAll(shown))
		}
	}
	if out.Len() == start {
		out.WriteString(" []")
	}
	out.WriteString("\n")
}

func (d *draft) remark(c *column) string {
	if c.ignored != nil {
		return "known and not read, as in " + c.ignored.Name
	}
	switch header, left := d.alone(c); {
	case left != "":
		return fmt.Sprintf("not known, and stands there more than once; this one is header: [%s] with after: [%s]", quote(header), quote(left))
	case header != c.header:
		return fmt.Sprintf("not known, and stands there more than once; this one is header: [%s]", quote(header))
	}
	if rule, from, near := d.similar(c); rule != nil {
		return fmt.Sprintf("not known; nearest: %s of %s, field %s, which another column feeds", quote(near), from.Name, rule.Field)
	}
	return "not known"
}
