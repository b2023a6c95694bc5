package check

import (
	"math"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// noValue stands for a missing cell among the compared values.
const noValue = math.MinInt32

// comparedRow is what is kept of a row to compare it with others: its person as a keyed digest,
// where it stood, and beside it the compared values.
type comparedRow struct {
	person   digest
	project  uint32 // in projects of Persons; 0 where not known
	source   uint16
	national bool // the identifier is a PESEL with a date, its check digit right or not
	line     int32
	entry    int32
	content  uint64 // of all fields, where a row is not a person
}

// rowStore keeps the rows, with a value for each field and row, in chunks: a list that grows by
// copying would need its memory twice.
type rowStore struct {
	fields []string
	chunks []rowChunk
	n      int
	full   bool
}

type rowChunk struct {
	rows   []comparedRow
	values []int32 // of each row one a field
}

// chunkRows is the number of rows in every chunk but the last.
const chunkRows = 1 << 16

func (s *rowStore) at(row uint32) *comparedRow {
	return &s.chunks[row/chunkRows].rows[row%chunkRows]
}

func (s *rowStore) value(row uint32, field int) int32 {
	return s.chunks[row/chunkRows].values[int(row%chunkRows)*len(s.fields)+field]
}

// add keeps a row; its values follow in the chunk that is returned.
func (s *rowStore) add(r comparedRow) *rowChunk {
	if s.n%chunkRows == 0 {
		s.chunks = append(s.chunks, rowChunk{})
	}
	s.n++
	last := &s.chunks[len(s.chunks)-1]
	last.rows = append(last.rows, r)
	return last
}

// source is a file and sheet that rows stand in, and where its columns are.
type source struct {
	file, sheet string
	schema      *datasets.Schema
	columns     []int // by field of the schema
	meaning     datasets.RowMeaning
}

func (s *source) position(line int32, field int) datasets.Position {
	at := datasets.Position{File: s.file, Sheet: s.sheet, Row: int(line)}
	if field >= 0 {
		at.Column = s.columns[field]
	}
	return at
}

// sourceOf is the number of the file and sheet that a batch is of.
func (c *Checker) sourceOf(b *datasets.Batch) int {
	i := slices.IndexFunc(c.sources, func(s source) bool { return s.file == b.File && s.sheet == b.Sheet })
	if i >= 0 {
		return i
	}
	s := source{file: b.File, sheet: b.Sheet, schema: b.Schema, columns: make([]int, len(b.Schema.Fields)), meaning: b.Meaning}
	for field := range s.columns {
		s.columns[field] = b.Column(field).Source
	}
	c.sources = append(c.sources, s)
	return len(c.sources) - 1
}

// comparedFields are the fields of all rules that compare rows.
func comparedFields(rules []Rule) []string {
	fields := []string{"exit_date"} // of overlaps
	for _, r := range rules {
		if r.Test == testSame {
			fields = append(fields, slices.DeleteFunc(slices.Clone(r.Fields), func(f string) bool { return slices.Contains(fields, f) })...)
		}
	}
	return fields
}

// keep remembers the participants of a batch that have an identifier. It returns the first row
// that the limit leaves out, -1 where there is none or it was told before.
func (c *Checker) keep(p *pass) int {
	person := p.column("person")
	if person == nil || c.rows.full {
		return -1
	}
	source := uint16(c.sourceOf(p.batch))
	columns := make([]*datasets.Column, len(c.rows.fields))
	for i, f := range c.rows.fields {
		columns[i] = p.column(f)
	}
	entry, project, contents := p.column("entry_date"), p.column("project"), contentsOf(p.batch)
	for row := range p.batch.Rows() {
		if !p.people.Has(row) || !person.Known.Has(row) {
			continue
		}
		if c.rows.n == c.options.MaxRows {
			c.rows.full = true
			return row
		}
		chunk := c.rows.add(comparedRow{
			person: c.digest(person.Text(row)), project: c.projectOf(p.batch, project, row), source: source,
			national: p.numbers[row].form == valid || p.numbers[row].form == badCheck,
			line:     int32(p.batch.Line(row)), entry: dayOr(entry, row), content: contents[row],
		})
		for _, column := range columns {
			chunk.values = append(chunk.values, valueOf(column, row))
		}
	}
	return -1
}

// projectOf is the project of a row: its number where the file has numbers (0 where this row has
// none), else the project of the checker, else the file.
func (c *Checker) projectOf(b *datasets.Batch, project *datasets.Column, row int) uint32 {
	switch {
	case project != nil && !project.Known.Has(row):
		return 0
	case project != nil:
		return c.numbered(project.Text(row))
	case c.options.Project != "":
		return c.persons.project([]byte(c.options.Project))
	}
	return c.persons.project([]byte(b.File))
}

// numbered is the project of a number that a row names. Rows of one project mostly follow each
// other, and the run is asked once for them.
func (c *Checker) numbered(name []byte) uint32 {
	if c.named > 0 && string(name) == c.latest {
		return c.number
	}
	c.latest, c.number = string(name), c.persons.project(name)
	switch {
	case c.named == 0:
		c.named, c.only = 1, c.number
	case c.number != c.only:
		c.named = 2
	}
	return c.number
}

func dayOr(c *datasets.Column, row int) int32 {
	if !has(c, row) {
		return noValue
	}
	return c.Days[row]
}

// valueOf is a cell as a number that is equal for equal cells. Sets, texts and amounts are not
// compared.
func valueOf(c *datasets.Column, row int) int32 {
	switch {
	case !has(c, row):
		return noValue
	case c.Days != nil:
		return c.Days[row]
	case c.Codes != nil:
		return int32(c.Codes[row])
	case c.Counts != nil:
		return int32(max(min(c.Counts[row], math.MaxInt32), math.MinInt32+1))
	}
	return noValue
}
