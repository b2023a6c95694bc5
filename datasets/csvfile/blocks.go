package csvfile

import (
	"bytes"
	"io"
	"strings"
	"sync"

	"github.com/efseval/efseval/datasets"
)

// pieceSize is how much text one worker takes at once: its text, cells and columns together stay
// in the second cache of a core.
const pieceSize = 256 << 10

// piece is a block of whole rows and what became of it.
type piece struct {
	buf     []byte // the text and the margin behind it
	size    int    // of the text, with a line end at its end
	added   bool   // the last line end is not in the file
	quotes  int
	table   table
	batches []*datasets.Batch
	used    int  // batches that hold rows
	last    bool // nothing stands behind it
	found   datasets.Concluded
	careful bool  // the text is not for the fast way
	broken  error // a fault of the program in typing it
	done    chan struct{}
}

// text is the piece as it stands in the file.
func (p *piece) text() []byte {
	if p.added {
		return p.buf[:p.size-1]
	}
	return p.buf[:p.size]
}

// blocks cuts a stream of text into pieces, each at the end of a row, in the order of the text
// whoever asks.
type blocks struct {
	mu     sync.Mutex
	source io.Reader
	size   int
	rest   []byte // text read and not yet in a piece
	failed error  // what ended the source
	closed bool   // nothing more is to be cut
}

// next fills a piece and puts it into the queue; false where nothing is left.
func (b *blocks) next(p *piece, queue chan<- *piece) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return false
	}
	p.buf, p.quotes, p.careful, p.broken, p.added, p.used = append(p.buf[:0], b.rest...), 0, false, nil, false, 0
	b.rest = b.rest[:0]
	b.cut(p)
	if p.size == 0 && !p.careful {
		return false
	}
	queue <- p // there is room for every piece
	return true
}

// cut reads until the piece holds a row end, and keeps what stands behind the last.
func (b *blocks) cut(p *piece) {
	for want := b.size; ; want *= 2 {
		b.read(p, want)
		if p.size = b.rowsEnd(p); p.size > 0 || b.closed {
			break
		}
		if b.failed != nil || want > MaxLine || p.quotes > 0 {
			p.size, p.careful, b.closed = len(p.buf), true, true
			break
		}
	}
	if p.last = b.closed; !p.careful {
		b.rest = append(b.rest, p.buf[p.size:]...)
		p.margin()
	}
}

// read fills the piece up to a size.
func (b *blocks) read(p *piece, want int) {
	if cap(p.buf) < want+scanMargin {
		p.buf = append(make([]byte, 0, want+want/8+scanMargin), p.buf...)
	}
	for len(p.buf) < want && b.failed == nil {
		var n int
		n, b.failed = b.source.Read(p.buf[len(p.buf):want])
		p.buf = p.buf[:len(p.buf)+n]
	}
}

// rowsEnd is the length of the whole rows of the piece; 0 where none ends in it. A line end with
// an even number of quotes before it ends a row, if the quotes are where they belong.
func (b *blocks) rowsEnd(p *piece) int {
	p.quotes = bytes.Count(p.buf, []byte{'"'})
	if b.failed == io.EOF {
		b.closed = true
		if n := len(p.buf); n > 0 && p.buf[n-1] != '\n' {
			p.buf, p.added = append(p.buf, '\n'), true
		}
		return len(p.buf)
	}
	text, after := p.buf, p.quotes
	for {
		quote := -1
		if after > 0 {
			quote = bytes.LastIndexByte(text, '"')
		}
		if after%2 == 0 {
			if end := bytes.LastIndexByte(text[quote+1:], '\n'); end >= 0 {
				p.quotes = after
				return quote + 1 + end + 1
			}
		}
		if after == 0 {
			return 0
		}
		text, after = text[:quote], after-1
	}
}

// margin fills the room behind the text, so that no NUL byte is found there.
func (p *piece) margin() {
	p.buf = append(p.buf[:p.size], filling...)
}

var filling = strings.Repeat(" ", scanMargin)

// remains is the text that is in no piece, as a stream.
func (b *blocks) remains() io.Reader {
	return io.MultiReader(bytes.NewReader(b.rest), &rest{b.source, b.failed})
}
