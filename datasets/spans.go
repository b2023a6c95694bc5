package datasets

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// SpanMargin is how many bytes must follow the last cell in the text of [Spans]: short cells
// are compared and copied in whole words.
const SpanMargin = seenLength

// stripRows is how many rows are typed column by column at once: few enough for their text to
// stay in the first cache of a core.
const stripRows = 64

// Span is where a cell stands in a text.
type Span struct{ From, To int32 }

// Spans is a block of text whose rows and cells were found, quotes off. The cells of row r end
// before cell Ends[r] and begin where those of the row before end.
type Spans struct {
	Text   []byte // with [SpanMargin] bytes behind the last cell
	Cells  []Span
	Ends   []int32
	Lines  []int32 // of each row
	Joined bool    // one byte that is ASCII parts each cell of a row from the next
}

// begin is the first cell of a row.
func (s *Spans) begin(row int) int {
	if row == 0 {
		return 0
	}
	return int(s.Ends[row-1])
}

func (s *Spans) cell(i int) []byte { return s.Text[s.Cells[i].From:s.Cells[i].To] }

// AppendSpans types the rows of a block from row first on with a fork, as [Binding.Append] would one by one;
// blank rows are passed over. It stops where the batch is full and returns the first row that it
// did not take. valid is false where a cell is not UTF-8; the batch is then of no use.
func (b *Binding) AppendSpans(batch *Batch, s *Spans, first int) (next int, valid bool) {
	for first < len(s.Ends) && batch.rows < MaxRows {
		n := s.regular(first, b.width, min(stripRows, MaxRows-batch.rows))
		if n > 0 {
			valid = b.appendStrip(batch, s, first, n)
		} else {
			n, valid = 1, b.appendOdd(batch, s, first)
		}
		if !valid {
			return first, false
		}
		first += n
	}
	return first, true
}

// regular counts the rows from first on that have as many cells as the header and are not blank.
func (s *Spans) regular(first, width, most int) int {
	most = min(most, len(s.Ends)-first)
	at := s.begin(first)
	for n := range most {
		if int(s.Ends[first+n]) != at+width || s.blank(at, at+width) {
			return n
		}
		at += width
	}
	return most
}

// blank tells whether the cells hold nothing but white space.
func (s *Spans) blank(at, end int) bool {
	for ; at < end; at++ {
		c := s.cell(at)
		if len(c) > 0 && (c[0] > ' ' && c[0] < utf8.RuneSelf || len(bytes.TrimSpace(c)) > 0) {
			return false
		}
	}
	return true
}

// appendOdd types a row that has more or fewer cells than the header, or none that is not blank.
func (b *Binding) appendOdd(batch *Batch, s *Spans, row int) (valid bool) {
	at, end := s.begin(row), int(s.Ends[row])
	cells := make([][]byte, 0, end-at)
	for i := at; i < end; i++ {
		cells = append(cells, s.cell(i))
		if !validText(cells[i-at]) {
			return false
		}
	}
	if !s.blank(at, end) {
		b.Append(batch, int(s.Lines[row]), cells)
	}
	return true
}

// appendStrip types n regular rows column by column, and puts their problems back in the order
// of the rows.
func (b *Binding) appendStrip(batch *Batch, s *Spans, first, n int) (valid bool) {
	before, several := len(batch.Problems), len(batch.several)
	strip := strip{Binding: b, batch: batch, spans: s, row: batch.rows, start: s.begin(first), rows: n}
	batch.extend(s.Lines[first : first+n])
	for i := range b.cells {
		if !strip.column(&b.cells[i]) {
			return false
		}
	}
	for _, u := range b.unread() {
		if !strip.validColumns(u[0], u[1]) {
			return false
		}
	}
	batch.chooseDates(several)
	if found := batch.Problems[before:]; len(found) > 1 {
		slices.SortStableFunc(found, func(p, q Problem) int { return p.Position.Row - q.Position.Row })
	}
	return true
}

// unread lists the runs of columns that no field reads, as first and last.
func (b *Binding) unread() [][2]int {
	if b.idle != nil {
		return b.idle
	}
	b.idle = [][2]int{}
	for i := range b.width {
		switch n := len(b.idle); {
		case len(b.Columns[i].Fields) > 0:
		case n > 0 && b.idle[n-1][1] == i-1:
			b.idle[n-1][1] = i
		default:
			b.idle = append(b.idle, [2]int{i, i})
		}
	}
	return b.idle
}

// Fork is the same binding for another goroutine. What it finds
// out comes back by [Binding.Conclude] and [Binding.Join].
func (b *Binding) Fork() *Binding {
	fork := *b
	fork.zeros, fork.idle = zeroes{}, nil
	fork.cells = slices.Clone(b.cells)
	for i := range fork.cells {
		fork.cells[i].cache, fork.cells[i].seen = map[string]uint8{}, nil
		fork.cells[i].orders, fork.cells[i].met = orders{}, new(met)
		fork.cells[i].feeds = b.feeds(fork.cells[i].field)
	}
	return &fork
}

// feeds lists the columns that feed a field, in the order in which they count.
func (b *Binding) feeds(field int) (sources []int) {
	for _, c := range b.cells {
		if c.field == field {
			sources = append(sources, c.source)
		}
	}
	return sources
}

// Concluded is what a fork found out about the file as a whole from some rows.
type Concluded struct {
	zeros  zeroes
	orders []orders // by cell; nil where none was found
	met    []foundMet
}

// Conclude hands over what a fork found out since it was last asked. The room of before, which was
// joined, is used again.
func (b *Binding) Conclude(before Concluded) Concluded {
	found := Concluded{zeros: b.zeros, met: b.takeMet(before.met[:0])}
	b.zeros = zeroes{}
	for i := range b.cells {
		if c := &b.cells[i]; c.orders.example != nil {
			if found.orders == nil {
				found.orders = make([]orders, len(b.cells))
			}
			found.orders[i], c.orders = c.orders, orders{}
		}
	}
	return found
}

// Join adds what a fork found out in rows that stand lines further down than it knew. Forks are
// joined in the order of the file.
func (b *Binding) Join(found Concluded, lines int) {
	if z := found.zeros; z.count > 0 {
		if b.zeros.count == 0 {
			b.zeros.first = z.first
			b.zeros.first.Row += lines
		}
		b.zeros.count += z.count
	}
	b.joinMet(found.met, lines)
	for i, o := range found.orders {
		if o.example != nil {
			b.cells[i].orders.join(o, lines)
		}
	}
}

func (o *orders) join(more orders, lines int) {
	if o.example == nil {
		o.example, o.first = more.example, more.first
		o.first.Row += lines
	}
	o.dayOnly += more.dayOnly
	o.monthOnly += more.monthOnly
	o.either += more.either
}
