package datasets

// chainAll puts the rows of each person one behind the other.
func (g *gatherer) chainAll() {
	for _, links := range g.keyed.links(g.ofOnePerson) {
		for _, l := range links {
			g.chain(l.last, l.at)
		}
	}
}

// chain puts a row behind the last one of its person.
func (g *gatherer) chain(last, at rowPlace) {
	first := g.following(last)
	*g.next(last) = at + 1
	*g.next(at) = first + 1
	g.held[at>>16].behind.Set(int(at & (MaxRows - 1)))
}

// next is where the row behind one in its circle is noted.
func (g *gatherer) next(at rowPlace) *rowPlace {
	h := &g.held[at>>16]
	if len(h.next) < h.rows { // there are none, or the batch has grown
		g.bytes -= 8 * int64(cap(h.next))
		h.next = pad(h.next, h.rows)
		g.bytes += 8 * int64(cap(h.next))
	}
	return &h.next[at&(MaxRows-1)]
}

// following is the row behind one in its circle: the next of the person, or behind the last the first.
func (g *gatherer) following(at rowPlace) rowPlace {
	h := &g.held[at>>16]
	if row := int(at & (MaxRows - 1)); row < len(h.next) && h.next[row] > 0 {
		return h.next[row] - 1
	}
	return at
}

// rowsOf are the rows of a participation in the order of the input, valid until the next call.
func (g *gatherer) rowsOf(first rowPlace) []rowRef {
	rows := append(g.out.rows[:0], g.row(first))
	for at := g.following(first); at != first; at = g.following(at) {
		rows = append(rows, g.row(at))
	}
	g.out.rows = rows
	return rows
}
