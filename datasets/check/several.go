package check

import (
	"cmp"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// hand gives the persons of a checker to the run, each with the first of its rows in each project,
// lets the rows go, and reports those who are in several projects of this export.
func (c *Checker) hand(order []uint32) []datasets.Problem {
	var stays, several []stay
	for group := range split(order, func(i, j uint32) bool { return c.rows.at(i).person == c.rows.at(j).person }) {
		own, projects := c.staysOf(group)
		if projects > 1 {
			for i := range own {
				if own[i].told = own[i].project != 0; own[i].told {
					several = append(several, own[i])
				}
			}
		}
		stays = append(stays, own...)
	}
	c.rows.chunks, c.rows.n = nil, 0
	c.linked = len(stays)
	c.persons.take(c, stays)
	slices.SortFunc(several, placeOrder)
	problems := make([]datasets.Problem, 0, len(several))
	for _, s := range several {
		problems = append(problems, c.told(testProjects, s)...)
	}
	return problems
}

// staysOf are the projects of one person, none where the identifier is no PESEL, and how many of
// them are known by number. A row without a number is of the only project that the export names.
func (c *Checker) staysOf(group []uint32) (stays []stay, known int) {
	for _, i := range group {
		r := c.rows.at(i)
		s := stay{person: r.person, project: r.project, line: r.line, source: r.source}
		if s.project == 0 && c.named == 1 {
			s.project = c.only
		}
		switch at := slices.IndexFunc(stays, func(t stay) bool { return t.project == s.project }); {
		case !r.national:
			return nil, 0
		case at < 0:
			stays = append(stays, s)
		case placeOrder(s, stays[at]) < 0:
			stays[at] = s
		}
	}
	for _, s := range stays {
		if s.project != 0 {
			known++
		}
	}
	return stays, known
}

// Linked is the number of participations of the export that can be linked with other projects: those
// under a PESEL. It is complete after [Checker.Finish].
func (c *Checker) Linked() int { return c.linked }

// Finish reports the persons that are in projects of several checkers, at the first row in each;
// those whom a checker told already are not told again there. It is called once, after every
// [Checker.Finish]. The order is that of the projects' names, whichever was done first.
func (p *Persons) Finish() []Found {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sort()
	var several []stay
	for person := range split(p.stays, samePerson) {
		if projectsOf(person) < 2 {
			continue
		}
		for _, s := range person {
			if s.project != 0 && !s.told {
				several = append(several, s)
			}
		}
	}
	rank := p.ranks()
	slices.SortFunc(several, func(a, b stay) int { return p.inOrder(rank, a, b) })
	var all []Found
	for _, s := range several {
		all = append(all, p.found(testProjects, s)...)
	}
	if p.cut != nil {
		all = append(all, p.found(testLimit, *p.cut)...)
	}
	return all
}

// projectsOf counts the known projects of a person, whose stays are sorted by project.
func projectsOf(stays []stay) int {
	n, last := 0, uint32(0)
	for _, s := range stays {
		if s.project != last {
			n, last = n+1, s.project
		}
	}
	return n
}

func placeOrder(a, b stay) int {
	return cmp.Or(cmp.Compare(a.source, b.source), cmp.Compare(a.line, b.line))
}

// ranks are the places of the checkers in the order of their projects' names.
func (p *Persons) ranks() []int {
	order := make([]int, len(p.checkers))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(p.checkers[i].project, p.checkers[j].project)
	})
	rank := make([]int, len(order))
	for place, i := range order {
		rank[i] = place
	}
	return rank
}

func (p *Persons) inOrder(rank []int, a, b stay) int {
	return cmp.Or(cmp.Compare(rank[a.checker], rank[b.checker]), placeOrder(a, b))
}

func (p *Persons) found(test string, s stay) []Found {
	from := p.checkers[s.checker]
	told, known := from.told[test]
	if !known {
		return nil
	}
	problem := told[s.source]
	problem.Position.Row = int(s.line)
	return []Found{{from.project, problem}}
}

// giver is what is kept of a checker that gave its persons: with its rules and schemas it would be most of what a run
// holds of a project.
type giver struct {
	project string
	told    map[string][]datasets.Problem // by test: the problem at a row of each source, but for the row
}

func (c *Checker) giver() giver {
	g := giver{project: c.options.Project, told: map[string][]datasets.Problem{}}
	for _, test := range [...]string{testProjects, testLimit} {
		for i := range c.sources {
			g.told[test] = append(g.told[test], c.told(test, stay{source: uint16(i)})...)
		}
		if len(g.told[test]) == 0 { // no such rule
			delete(g.told, test)
		}
	}
	return g
}

// told is the problem of a rule at the first row of a person in a project.
func (c *Checker) told(test string, s stay) []datasets.Problem {
	i := c.ruleOf(test)
	if i < 0 {
		return nil
	}
	from := &c.sources[s.source]
	field := from.schema.Index(c.rules[i].Place)
	return []datasets.Problem{c.problem(from.schema, hit{rule: i, field: field}, from.position(s.line, field))}
}
