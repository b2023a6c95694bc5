package datasets

// lone is the only project number of a file, as far as there is only one.
type lone struct {
	number  string
	several bool
	settled []byte // the project of the rows that have no number; empty where there are several, or none
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

// settleProjects says of every row without a project number which project it is of: the only one of
// its file, else, where the file names none, the only one of the input. Where there are several the
// person stays apart, and that is told.
func (g *gatherer) settleProjects() {
	all := &lone{}
	for _, l := range g.lone {
		all.add([]byte(l.number))
		all.several = all.several || l.several
	}
	told := map[personOf]bool{}
	for _, at := range g.blank {
		h := &g.held[at>>16]
		l := h.file
		if l.number == "" {
			l = all
		}
		row := int(at & (MaxRows - 1))
		person := h.keys.personOf(row)
		if !l.several {
			h.file.settled = []byte(l.number)
		} else if who := (personOf{h.file, string(person)}); !told[who] {
			told[who] = true
			g.out.faults = append(g.out.faults, noProjectNumber(h.Position(row, g.out.schema.Index("project"))))
		}
		g.keyed.add(keyedRow{g.hash.of(h.file.settled, person), at})
	}
	g.blank = nil
}

// personOf is a person in a file.
type personOf struct {
	file   *lone
	person string
}

func noProjectNumber(at Position) Problem {
	return Problem{Position: at, Field: "project", Rule: RuleNoProject, Severity: Warning, Message: Label{
		PL: "wiersz bez numeru projektu, a plik zawiera kilka projektów; osoba liczona w nim osobno. Uzupełnij numer",
		EN: "a row without a project number in a file of several projects; the person counts in it apart. Fill the number in",
	}}
}
