package cases

import (
	"encoding/csv"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// Table counts the records of the case by its rule set. A record that cannot be read is an error: a case
// is about counting, so every cell of it must be sound.
func (c *Case) Table() (*indicators.Table, error) {
	set, err := indicators.LoadSet(c.Set)
	if err != nil {
		return nil, err
	}
	counter, err := indicators.NewCounter(set, indicators.Options{Facts: c.Facts})
	if err != nil {
		return nil, err
	}
	batch, err := c.batch(set.Schema())
	if err != nil {
		return nil, fmt.Errorf("cases: %s: %w", c.Name, err)
	}
	one := func(yield func(*datasets.Batch, error) bool) { yield(batch, nil) }
	for b, err := range datasets.Participations(one, &datasets.Accounting{}) {
		if err == nil {
			err = counter.Add(b)
		}
		if err != nil {
			return nil, fmt.Errorf("cases: %s: %w", c.Name, err)
		}
	}
	return counter.Table(), nil
}

// batch types the records: a column is headed by the name of its field, and the members of a set are
// parted by "|".
func (c *Case) batch(schema *datasets.Schema) (*datasets.Batch, error) {
	text, err := repeated(c.records)
	if err != nil {
		return nil, err
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, err
	}
	profile, err := canonical(schema)
	if err != nil {
		return nil, err
	}
	binding, err := profile.Bind(rows[0], datasets.Position{File: c.Name, Row: 1})
	if err != nil {
		return nil, err
	}
	b := binding.NewBatch()
	for i, row := range rows[1:] {
		cells := make([][]byte, len(row))
		for j, cell := range row {
			cells[j] = []byte(cell)
		}
		binding.Append(b, i+2, cells)
	}
	for _, problem := range append(binding.Problems, b.Problems...) {
		err = errors.Join(err, fmt.Errorf("%s: %s", problem.Position, problem.Message.EN))
	}
	return b, err
}

// canonical is the profile of an export whose headers are the names of the fields.
func canonical(schema *datasets.Schema) (*datasets.Profile, error) {
	var text strings.Builder
	text.WriteString(`{name: canonical, version: 1, schema: participants, rows: person, split: "|", columns: [`)
	for _, f := range schema.Names() {
		fmt.Fprintf(&text, "{field: %s, header: [%s]}, ", f, f)
	}
	text.WriteString("]}")
	return datasets.ParseProfile([]byte(text.String()))
}

// repeated writes out the records of a case whose first column is times: that many persons of
// the line, each of her own.
func repeated(records string) (string, error) {
	rest, ok := strings.CutPrefix(records, "times,")
	if !ok {
		return records, nil
	}
	head, lines, _ := strings.Cut(rest, "\n")
	var out strings.Builder
	out.WriteString("person," + head + "\n")
	person := 0
	for line := range strings.Lines(lines) {
		times, values, _ := strings.Cut(line, ",")
		n, err := strconv.Atoi(times)
		if err != nil {
			return "", fmt.Errorf("times: %w", err)
		}
		for range n {
			person++
			fmt.Fprintf(&out, "A%d,%s", person, values)
		}
	}
	return out.String(), nil
}
