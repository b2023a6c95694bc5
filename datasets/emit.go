package datasets

import (
	"iter"
	"slices"
)

// emit hands on the participations: those of one layout after the other, in the order in which
// the layouts first appear in the input, and of each in the order of their first rows.
func (g *gatherer) emit() {
	g.out.whole = !g.severalLayouts() // then the rows are gone through once
	if len(g.held) > 0 && g.out.whole {
		for range g.firsts() {
			g.appears(g.held[0].layout)
			break
		}
		g.emitAll(func(int) bool { return true })
		return
	}
	var of []int
	here := map[int]bool{}
	for _, first := range g.firsts() {
		layout := g.layoutOf(first)
		of, here[layout] = append(of, layout), true
		g.appears(layout)
	}
	for _, layout := range g.order {
		if here[layout] {
			g.emitAll(func(number int) bool { return of[number] == layout })
		}
	}
}

// firsts are the first rows of all participations, numbered.
func (g *gatherer) firsts() iter.Seq2[int, rowPlace] {
	return func(yield func(int, rowPlace) bool) {
		number := 0
		for batch := range g.held {
			h := &g.held[batch]
			for row := range h.rows {
				if h.behind.Has(row) {
					continue
				}
				if !yield(number, placeOf(batch, row)) {
					return
				}
				number++
			}
		}
	}
}

// appears notes a layout of a participation where it is the first.
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

// layoutOf is that of the rows of a participation.
func (g *gatherer) layoutOf(first rowPlace) int {
	layout := g.held[first>>16].layout
	for at := g.following(first); at != first; at = g.following(at) {
		if g.held[at>>16].layout != layout {
			return g.ofRows(layout, g.rowsOf(first))
		}
	}
	return layout
}

// emitAll hands on the participations that are wanted. Runs of people with one row each are copied
// at once.
func (g *gatherer) emitAll(wanted func(number int) bool) {
	var run rowPlace
	n := 0
	flush := func() {
		if n > 0 {
			h := &g.held[run>>16]
			g.out.singles(h.layout, h.Batch, int(run&(MaxRows-1)), n)
			n = 0
		}
	}
	for number, first := range g.firsts() {
		switch {
		case !wanted(number):
			continue
		case g.following(first) != first:
			flush()
			g.out.merged(g.layoutOf(first), g.rowsOf(first))
		case n > 0 && first == run+rowPlace(n) && first>>16 == run>>16:
			n++
		default:
			flush()
			run, n = first, 1
		}
		if g.out.stopped {
			return
		}
	}
	flush()
}
