package datasets

// byProject brings the rows of one project after the other together, for an export that promises
// that they stand together.
type byProject struct {
	*gatherer
	project []byte
	begun   bool
	at      Position            // the last row of the project
	closed  map[string]Position // the last row of each project before
	numbers numbered
}

func newByProject(out *joined, limit int64) *byProject {
	return &byProject{gatherer: newGatherer(out, limit), closed: map[string]Position{}, numbers: numbered{promise: Clustered}}
}

// add takes the rows of a batch in runs of one project. Rows that are nobody's, or set aside, may
// stand anywhere.
func (p *byProject) add(b *Batch) error {
	if err := p.out.accept(b); err != nil {
		return err
	}
	keys, start := keysOf(b), 0
	for row := range b.rows {
		if _, aside := keys.aside(row); aside || len(keys.personOf(row)) == 0 {
			continue
		}
		project, at := keys.projectOf(row), b.place(row)
		if p.begun && string(project) == string(p.project) {
			p.at = at
			continue
		}
		if err := p.hold(b, start, row); err != nil {
			return err
		}
		if err := p.turn(project, at); err != nil {
			return err
		}
		start = row
	}
	return p.hold(b, start, b.rows)
}

// turn closes a project and begins the next.
func (p *byProject) turn(project []byte, at Position) error {
	if err := p.numbers.add(len(project) > 0, at); err != nil {
		return err
	}
	if p.begun {
		p.closed[string(p.project)] = p.at
		p.release()
	}
	if last, known := p.closed[string(project)]; known {
		return brokenCluster(last, at)
	}
	p.project, p.at, p.begun = append(p.project[:0], project...), at, true
	return nil
}

// release hands the rows that wait on. One batch is kept for the next ones.
func (p *byProject) release() {
	p.chainAll()
	p.emit()
	p.blank, p.rows = p.blank[:0], 0
	if len(p.held) > 1 {
		p.held = p.held[:0]
	}
	p.bytes = 0
	for i := range p.held {
		h := &p.held[i]
		h.Reset()
		h.next, h.behind = h.next[:0], h.behind[:0]
		p.bytes += h.size() + 8*int64(cap(h.next))
	}
}

// numbered holds the rows of an export to having project numbers all or none.
type numbered struct {
	promise       Promise
	with, without Position
}

func (n *numbered) add(has bool, at Position) error {
	seen := &n.without
	if has {
		seen = &n.with
	}
	if seen.Row == 0 {
		*seen = at
	}
	if n.with.Row == 0 || n.without.Row == 0 {
		return nil
	}
	return mixedProjects(n.with, n.without, n.promise)
}

// place is where a row stood.
func (b *Batch) place(row int) Position {
	return Position{File: b.File, Sheet: b.Sheet, Row: int(b.lines[row])}
}
