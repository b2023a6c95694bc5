package datasets

import "slices"

// emit hands on the participations: those of one layout after the other, in the order in which
// the layouts first appear in the input, and of each in the order of the groups.
func (g *gatherer) emit() {
	if len(g.last) > 0 && !g.severalLayouts() {
		g.appears(g.held[0].layout)
		g.emitAll(func(int) bool { return true })
		return
	}
	of := make([]int, len(g.last))
	here := map[int]bool{}
	for group, last := range g.last {
		if last == nowhere {
			continue
		}
		of[group] = g.layoutOf(last)
		here[of[group]] = true
		g.appears(of[group])
	}
	for _, layout := range g.order {
		if here[layout] {
			g.emitAll(func(group int) bool { return of[group] == layout })
		}
	}
}

// appears notes a layout of a group where it is the first.
func (g *gatherer) appears(layout int) {
	if !slices.Contains(g.order, layout) {
		g.order = append(g.order, layout)
	}
}

func (g *gatherer) severalLayouts() bool {
	for i := range g.held {
		if g.held[i].layout != g.held[0].layout {
			return true
		}
	}
	return false
}

// layoutOf is that of the rows of a group.
func (g *gatherer) layoutOf(last rowPlace) int {
	first := g.behind(last)
	layout, same := g.held[first>>16].layout, true
	for at := first; same && at != last; {
		at = g.behind(at)
		same = g.held[at>>16].layout == layout
	}
	if same {
		return layout
	}
	return g.ofRows(layout, g.rowsOf(last))
}

// rowsOf are the rows of a group in the order of the input, valid until the next call.
func (g *gatherer) rowsOf(last rowPlace) []rowRef {
	rows := g.out.rows[:0]
	for at := g.behind(last); ; at = g.behind(at) {
		if rows = append(rows, g.row(at)); at == last {
			break
		}
	}
	g.out.rows = rows
	return rows
}

// emitAll hands on the groups that are wanted. Runs of people with one row each are copied at once.
func (g *gatherer) emitAll(wanted func(group int) bool) {
	var run rowPlace
	n := 0
	flush := func() {
		if n > 0 {
			h := &g.held[run>>16]
			g.out.singles(h.layout, h.Batch, int(run&(MaxRows-1)), n)
			n = 0
		}
	}
	for group, last := range g.last {
		switch {
		case last == nowhere || !wanted(group):
			continue
		case g.behind(last) != last:
			flush()
			g.out.merged(g.layoutOf(last), g.rowsOf(last))
		case n > 0 && last == run+rowPlace(n) && last>>16 == run>>16:
			n++
		default:
			flush()
			run, n = last, 1
		}
		if g.out.stopped {
			return
		}
	}
	flush()
}
