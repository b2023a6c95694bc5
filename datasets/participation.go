package datasets

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
)

// Accounting says what became of every row: rows read = rows counted + rows set aside, each
// with its reason. Nobody is lost silently.
type Accounting struct {
	Read           int        // data rows of the input
	Counted        int        // rows that belong to a participation
	Participations int        // after the rows of one person were brought together
	Several        int        // participations that came from more than one row
	Aside          []SetAside // rows that are not participants, by kind
}

// SetAside is a number of rows that do not count, and why.
type SetAside struct {
	Record Term // kind of row: household, recipient, institution
	Rows   int
}

// Balanced tells whether every row is accounted for.
func (a *Accounting) Balanced() bool {
	aside := 0
	for _, s := range a.Aside {
		aside += s.Rows
	}
	return a.Read == a.Counted+aside
}

// rowRef is a row in one of the kept batches.
type rowRef struct {
	batch *Batch
	row   int
}

// gathering holds the rows of an export grouped by person.
type gathering struct {
	schema *Schema
	groups [][]rowRef
	byKey  map[string]int
	blank  []int              // groups without a project number, by file
	layout map[*Batch]string  // the file, sheet and columns of each batch
	lone   map[Position]*lone // of each file and sheet
	count  *Accounting
	faults []Problem
}

// Participations brings the rows of one person in one project together: the regulation counts
// a person once per operation, with the characteristics of the first entry and the last exit
// (domain: SFC-PART). Rows are one person's when project and person are the same text. A row
// without a project number is of the only project of its file; where the file names several it
// is of none, and a Problem. A row without a person identifier is a participation of its own and
// a Problem. Rows whose record
// is not a participant are set aside and counted in count.
//
// Each field says in the schema how its values merge. Somebody who came back and has not left
// again has no exit, and of how an earlier stay ended nothing is kept; see the schema. Participations come out in the order in
// which they first appear. The input may be several files with unlike columns: then those whose
// first row is of one file, and whose rows have the same columns between them, come out together,
// in batches that have all these columns and no others, so that a column that a file lacks is
// never taken for one that it left blank. All rows are held in memory until the input ends.
//
// Batches of unlike schemas are an error.
func Participations(batches iter.Seq2[*Batch, error], count *Accounting) iter.Seq2[*Batch, error] {
	return func(yield func(*Batch, error) bool) {
		g := &gathering{byKey: map[string]int{}, layout: map[*Batch]string{}, lone: map[Position]*lone{}, count: count}
		for b, err := range batches {
			if err == nil {
				err = g.add(b.Clone())
			}
			if err != nil {
				yield(nil, err)
				return
			}
		}
		g.settleProjects()
		g.emit(yield)
	}
}

func (g *gathering) add(b *Batch) error {
	if g.schema != nil && g.schema != b.Schema && !slices.Equal(g.schema.Names(), b.Schema.Names()) {
		return fmt.Errorf("datasets: %s and the files before it do not have the same fields; give them one profile and the same additional fields", Position{File: b.File, Sheet: b.Sheet})
	}
	b.number = len(g.layout)
	g.schema, g.layout[b] = b.Schema, layoutOf(b)
	g.faults = append(g.faults, b.Problems...)
	record, project, person := b.ColumnOf("record"), b.ColumnOf("project"), b.ColumnOf("person")
	file := g.projectsOf(b)
	for row := range b.Rows() {
		g.count.Read++
		if record != nil && record.Present && record.Codes[row] > 1 {
			g.setAside(b.Schema.Field("record").Vocabulary.Term(record.Codes[row]))
			continue
		}
		g.count.Counted++
		g.place(b, row, project, person, file)
	}
	return nil
}

func (g *gathering) setAside(term Term) {
	for i := range g.count.Aside {
		if g.count.Aside[i].Record == term {
			g.count.Aside[i].Rows++
			return
		}
	}
	g.count.Aside = append(g.count.Aside, SetAside{Record: term, Rows: 1})
}

func (g *gathering) place(b *Batch, row int, project, person *Column, file *lone) {
	ref := rowRef{b, row}
	if !person.Present || person.Missing(row) {
		g.faults = append(g.faults, noPerson(b.Position(row, -1)))
		g.groups = append(g.groups, []rowRef{ref})
		return
	}
	key, blank := g.keyOf(row, project, person, file)
	i, known := g.byKey[key]
	if !known {
		i = len(g.groups)
		g.byKey[key] = i
		g.groups = append(g.groups, nil)
		if blank {
			g.blank = append(g.blank, i)
		}
	}
	g.groups[i] = append(g.groups[i], ref)
}

// keyOf is equal for rows of one person in one project. Rows without a project number are kept by
// file until it is known which projects that names.
func (g *gathering) keyOf(row int, project, person *Column, file *lone) (key string, blank bool) {
	number := ""
	if project.Present {
		number = string(project.Text(row))
	}
	file.add(number)
	if blank = number == ""; blank {
		number = noProject + strconv.Itoa(file.file)
	}
	return number + "\x00" + string(person.Text(row)), blank
}

// emit builds the merged rows, a batch at a time, each with the faults of its rows; the faults
// of the input come with the first batch.
func (g *gathering) emit(yield func(*Batch, error) bool) {
	g.count.Participations = len(g.groups)
	for _, alike := range g.alike() {
		for groups := range slices.Chunk(alike, MaxRows) {
			out := g.merged(groups)
			out.Problems = append(g.faults, out.Problems...)
			g.faults = nil
			if !yield(out, nil) {
				return
			}
		}
	}
	if len(g.faults) > 0 {
		out := NewBatch(g.schema, "", "")
		out.Problems = g.faults
		yield(out, nil)
	}
}

// merged makes a batch of groups that are alike.
func (g *gathering) merged(groups [][]rowRef) *Batch {
	first := groups[0][0].batch
	out := NewBatch(g.schema, first.File, first.Sheet)
	for i := range out.columns {
		if slices.ContainsFunc(groups[0], func(r rowRef) bool { return r.batch.columns[i].Present }) {
			out.Provide(i, first.columns[i].Source) // 0 where only another file has the column
		}
	}
	for _, rows := range groups {
		if len(rows) > 1 {
			g.count.Several++
		}
		out.addMerged(rows)
	}
	return out
}

// addMerged adds one participation made of all rows of a person.
func (b *Batch) addMerged(rows []rowRef) {
	row := b.AddRow(rows[0].batch.Line(rows[0].row))
	for _, r := range rows[1:] {
		b.addFurther(r.batch.Position(r.row, -1))
	}
	b.moreEnd = append(b.moreEnd, uint32(len(b.more)))
	ordered := byEntry(b.Schema, rows)
	for i := range b.columns {
		if b.columns[i].Present {
			b.mergeField(row, i, ordered)
		}
	}
	b.tellNoExit(row)
}

// tellNoExit reports somebody who is said to have finished and has no date of exit.
func (b *Batch) tellNoExit(row int) {
	completed, exit := b.ColumnOf("completed"), b.Schema.Index("exit_date")
	if completed != nil && completed.Present && completed.Codes[row] == Yes && exit >= 0 && b.columns[exit].Present && b.columns[exit].Missing(row) {
		b.Problems = append(b.Problems, noExit(b.Position(row, exit)))
	}
}

func noExit(at Position) Problem {
	return Problem{Position: at, Field: "exit_date", Rule: RuleNoExit, Severity: Warning, Message: Label{
		PL: "osoba zakończyła udział zgodnie ze ścieżką, a nie ma daty zakończenia; nie liczy się do osób, które zakończyły. Uzupełnij datę",
		EN: "the person finished as planned and has no date of exit, and does not count among those who finished. Fill the date in",
	}}
}

func noPerson(at Position) Problem {
	return Problem{Position: at, Field: "person", Rule: RuleNoPerson, Severity: Warning, Message: Label{
		PL: "wiersz bez identyfikatora osoby; liczony jako odrębny uczestnik",
		EN: "a row without a person identifier; counted as a participant of its own",
	}}
}

func conflict(at Position, f *Field) Problem {
	pl, en := "pierwsza", "first"
	if f.Merge == Last {
		pl, en = "ostatnia", "last"
	}
	return Problem{Position: at, Field: f.Name, Rule: RuleConflict, Severity: Warning, Message: Label{
		PL: fmt.Sprintf("wiersze tej samej osoby podają różne wartości pola „%s”; liczy się %s według daty rozpoczęcia, zakończenia i treści wiersza", f.Label.PL, pl),
		EN: fmt.Sprintf("rows of the same person give different values of %s; the %s by entry, exit and content of the row counts", f.Label.EN, en),
	}}
}
