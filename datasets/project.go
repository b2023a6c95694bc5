package datasets

import (
	"cmp"
	"slices"
)

// noProject begins the key of a group whose rows name no project; no text of a cell does.
const noProject = "\x00"

// lone is the only project number of a file, as far as there is only one.
type lone struct {
	file    int // place among the files
	number  string
	several bool
}

func (l *lone) add(number string) {
	switch {
	case number == "" || number == l.number:
	case l.number == "":
		l.number = number
	default:
		l.several = true
	}
}

// projectsOf is what is known of the project numbers of a batch's file.
func (g *gathering) projectsOf(b *Batch) *lone {
	file := Position{File: b.File, Sheet: b.Sheet}
	l, known := g.lone[file]
	if !known {
		l = &lone{file: len(g.lone)}
		g.lone[file] = l
	}
	return l
}

// settleProjects says of every group without a project number which project it is of: the only
// one of its file, else, where the file names none, the only one of the input. Where there are
// several it stays apart, and that is told.
func (g *gathering) settleProjects() {
	all := &lone{}
	for _, l := range g.lone {
		all.add(l.number)
		all.several = all.several || l.several
	}
	if len(g.lone) == 1 && all.number == "" {
		return // a file without project numbers
	}
	for _, i := range g.blank {
		first := g.groups[i][0]
		l := g.projectsOf(first.batch)
		if l.number == "" {
			l = all
		}
		number := l.number
		if l.several {
			number = ""
			g.faults = append(g.faults, noProjectNumber(first.batch.Position(first.row, g.schema.Index("project"))))
		}
		g.join(i, number+"\x00"+string(first.batch.ColumnOf("person").Text(first.row)))
	}
	g.groups = slices.DeleteFunc(g.groups, func(rows []rowRef) bool { return len(rows) == 0 })
}

// join puts a group under its settled key, together with the group that has it, in the order of
// the input.
func (g *gathering) join(i int, key string) {
	other, known := g.byKey[key]
	if !known {
		g.byKey[key] = i
		return
	}
	at, from := min(i, other), max(i, other)
	g.groups[at] = append(g.groups[at], g.groups[from]...)
	g.groups[from] = nil
	slices.SortStableFunc(g.groups[at], func(a, b rowRef) int {
		return cmp.Or(cmp.Compare(a.batch.number, b.batch.number), cmp.Compare(a.row, b.row))
	})
	g.byKey[key] = at
}

func noProjectNumber(at Position) Problem {
	return Problem{Position: at, Field: "project", Rule: RuleNoProject, Severity: Warning, Message: Label{
		PL: "wiersz bez numeru projektu, a plik zawiera kilka projektów; osoba liczona w nim osobno. Uzupełnij numer",
		EN: "a row without a project number in a file of several projects; the person counts in it apart. Fill the number in",
	}}
}
