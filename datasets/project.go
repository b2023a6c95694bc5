package datasets

import "slices"

// lone is the only project number of a file, as far as there is only one.
type lone struct {
	number  string
	several bool
}

func (l *lone) add(number []byte) {
	switch {
	case len(number) == 0 || string(number) == l.number:
	case l.several:
	case l.number == "":
		l.number = string(number)
	default:
		l.several = true
	}
}

// projectsOf is what is known of the project numbers of a batch's file.
func (g *gatherer) projectsOf(b *Batch) *lone {
	file := Position{File: b.File, Sheet: b.Sheet}
	l, known := g.lone[file]
	if !known {
		l = &lone{}
		g.lone[file] = l
	}
	return l
}

// settleProjects says of every group without a project number which project it is of: the only
// one of its file, else, where the file names none, the only one of the input. Where there are
// several it stays apart, and that is told.
func (g *gatherer) settleProjects() {
	all := &lone{}
	for _, l := range g.lone {
		all.add([]byte(l.number))
		all.several = all.several || l.several
	}
	if len(g.lone) == 1 && all.number == "" {
		return // a file without project numbers
	}
	settled := map[string]int{}
	for _, group := range g.blank {
		r, l := g.row(g.behind(g.last[group])), g.held[g.last[group]>>16].file
		if l.number == "" {
			l = all
		}
		number := l.number
		if l.several {
			number = ""
			g.out.faults = append(g.out.faults, noProjectNumber(r.batch.Position(r.row, g.out.schema.Index("project"))))
		}
		g.settle(group, number, r.batch.ColumnOf("person").Text(r.row), settled)
	}
}

// settle puts a group together with the one of the same person in its project. settled are those
// that were settled before.
func (g *gatherer) settle(group int, number string, person []byte, settled map[string]int) {
	key := number + "\x00" + string(person)
	other, known := settled[key]
	if !known && number != "" {
		project := []byte(number)
		other, known = g.table.find(g.hash.of(project, person), func(i int) bool { return g.isOf(i, nil, project, person) })
	}
	settled[key] = group
	if known {
		settled[key] = g.join(min(group, other), max(group, other))
	}
}

// join gives the rows of a group to an earlier one, in the order of the input.
func (g *gatherer) join(to, from int) int {
	var rows []rowPlace
	for _, last := range [...]rowPlace{g.last[to], g.last[from]} {
		for at := g.behind(last); ; at = g.behind(at) {
			if rows = append(rows, at); at == last {
				break
			}
		}
	}
	slices.Sort(rows)
	for i, at := range rows {
		*g.following(at) = rows[(i+1)%len(rows)] + 1
	}
	g.last[to], g.last[from] = rows[len(rows)-1], nowhere
	return to
}

func noProjectNumber(at Position) Problem {
	return Problem{Position: at, Field: "project", Rule: RuleNoProject, Severity: Warning, Message: Label{
		PL: "wiersz bez numeru projektu, a plik zawiera kilka projektów; osoba liczona w nim osobno. Uzupełnij numer",
		EN: "a row without a project number in a file of several projects; the person counts in it apart. Fill the number in",
	}}
}
