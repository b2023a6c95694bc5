package batch

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
)

// noted is a row of an input: where it stands, whose it is and what was read from it. The last two stay in memory.
type noted struct {
	at     datasets.Position
	person string
	says   string
}

// everyRow reads all inputs of the run once more and notes their rows, a file of several roles once. Standard input
// cannot be read again; its rows are unknown here.
func (t *tracer) everyRow() ([]noted, error) {
	book := &notebook{places: map[datasets.Position]int{}}
	p := t.run.project
	var err error
	read := func(in Input, schema, person string, extra []datasets.Field) {
		if err == nil && in.File != files.StandardInput {
			err = book.read(p, in, schema, person, extra)
		}
	}
	if p.Participants != nil {
		read(p.Participants.withHeaders(), "participants", "person", extraFields(p, "participants"))
	}
	if p.Cost != nil && p.Cost.Ledger != nil {
		read(*p.Cost.Ledger, "costs", "", nil)
	}
	for _, m := range t.run.surveys {
		waves := map[string]Wave{"pre": m.survey.Pre, "post": m.survey.Post}
		names := []string{"pre", "post"}
		for _, l := range m.survey.Later {
			waves[l.Name], names = l.Wave, append(names, l.Name)
		}
		for _, name := range names {
			in, fields := p.waveInput(waves[name], m.survey.headers(name), inWords(m.key))
			read(in, "answers", "code", fields)
		}
	}
	return book.rows, err
}

// notebook gathers rows by place.
type notebook struct {
	rows   []noted
	places map[datasets.Position]int
}

func (n *notebook) read(p *Project, in Input, schema, person string, extra []datasets.Field) error {
	source, _, err := p.source(in, schema, extra, nil)
	if err != nil {
		return err
	}
	defer source.Close()
	for b, err := range source.Batches() {
		if err != nil {
			return err
		}
		for row := range b.Rows() {
			at := b.Position(row, -1)
			at.File, at.Column = in.File, 0
			n.note(at, textIn(b, person, row), saidIn(b, row))
		}
	}
	return nil
}

// note adds what a reading says of a row to what others said.
func (n *notebook) note(at datasets.Position, person, says string) {
	i, known := n.places[at]
	if !known {
		i = len(n.rows)
		n.places[at], n.rows = i, append(n.rows, noted{at: at})
	}
	if n.rows[i].person == "" {
		n.rows[i].person = person
	}
	n.rows[i].says += says
}

// textIn is the text of a field; empty where the batch has none.
func textIn(b *datasets.Batch, field string, row int) string {
	c := b.ColumnOf(field)
	if c == nil || !c.Present || c.Missing(row) {
		return ""
	}
	return strings.TrimSpace(string(c.Text(row)))
}

// saidIn is all that was read from a row.
func saidIn(b *datasets.Batch, row int) string {
	var out strings.Builder
	for i, f := range b.Schema.Fields {
		c := b.Column(i)
		if !c.Present || c.Missing(row) {
			continue
		}
		fmt.Fprintf(&out, "%s=", f.Name)
		switch f.Kind {
		case datasets.Category, datasets.Flag:
			out.WriteString(f.Vocabulary.Term(c.Codes[row]).Code)
		case datasets.Date:
			fmt.Fprint(&out, c.Days[row])
		case datasets.Set:
			fmt.Fprint(&out, c.Masks[row])
		case datasets.Count, datasets.Money:
			fmt.Fprint(&out, c.Counts[row])
		case datasets.Number:
			fmt.Fprint(&out, c.Numbers[row])
		default:
			fmt.Fprintf(&out, "%q", c.Text(row))
		}
		out.WriteByte(';')
	}
	return out.String()
}
