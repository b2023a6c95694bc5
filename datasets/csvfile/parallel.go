package csvfile

import (
	"bytes"
	"io"
	"sync"

	"github.com/efseval/efseval/datasets"
)

// parallel types pieces of a file on every core and hands the batches on in the order of the file.
type parallel struct {
	*source
	blocks blocks
	free   chan *piece
	queue  chan *piece   // in the order of the file
	stop   chan struct{} // closed to end the workers
	ended  sync.WaitGroup
	taken  int // pieces handed on
}

// fast tells whether the text can be taken in pieces: UTF-8 as it stands, with LF or CRLF.
func (s *source) fast() bool {
	return s.decoder.page == nil && !s.decoder.wide && !s.decoder.broken && s.rows.eol == '\n'
}

// parts yields the batches of the file. A piece that holds what the fast way does not know, as
// quotes out of place, NUL bytes or bytes that are not UTF-8, is read row by row, and some of what
// stands behind it: twice as much each time that the fast way came no further, so that a file full
// of such pieces does not start the workers for each. Behind a row end both ways read the same.
func (s *source) parts(yield func(*datasets.Batch) bool) error {
	for pause := 1; s.fast(); {
		p := s.startParallel()
		odd, stopped := p.run(yield)
		p.halt()
		if odd == nil || stopped {
			return nil
		}
		if odd.broken != nil {
			return odd.broken
		}
		p.takeOver(odd)
		if pause *= 2; p.taken > pause {
			pause = 1
		}
		more, err := s.rowByRow(max(odd.size, pause*s.piece), yield)
		if err != nil || !more {
			return err
		}
	}
	_, err := s.rowByRow(0, yield)
	return err
}

// rowByRow yields the batches of rows that the splitter parts, up to the end of the file. Once so
// many bytes are passed, and the rest is for the fast way, more is true.
func (s *source) rowByRow(size int, yield func(*datasets.Batch) bool) (more bool, err error) {
	batch, goal := s.binding.NewBatch(), s.rows.passed+size
	for {
		passed := s.rows.passed >= goal && s.fast()
		if n := batch.Rows(); n == datasets.MaxRows || passed && n > 0 {
			s.binding.TellRows(batch)
			if !yield(batch) {
				return false, nil
			}
			batch.Reset()
		}
		if passed {
			return true, nil
		}
		if more, err = s.next(batch); err != nil || !more {
			break
		}
	}
	if err == nil && batch.Rows() > 0 {
		s.binding.TellRows(batch)
		s.binding.TellNotes(batch)
		yield(batch)
	}
	return false, err
}

// startParallel takes the text behind the header over from the splitter and starts the workers.
func (s *source) startParallel() *parallel {
	workers := s.workers
	p := &parallel{source: s, free: make(chan *piece, workers+2), queue: make(chan *piece, workers+2), stop: make(chan struct{})}
	d := s.decoder
	known := bytes.NewReader(append(bytes.Clone(s.rows.buf[s.rows.start:s.rows.end]), d.raw...))
	p.blocks = blocks{source: io.MultiReader(known, &rest{d.source, d.failed}), size: s.piece}
	s.rows.start, d.raw = s.rows.end, nil
	for range workers + 2 {
		p.free <- &piece{done: make(chan struct{}, 1)}
	}
	p.ended.Add(workers)
	for i := range workers {
		if i == len(s.forks) {
			s.forks = append(s.forks, s.binding.Fork())
		}
		go p.work(s.forks[i])
	}
	go func() { p.ended.Wait(); close(p.queue) }()
	return p
}

// work cuts pieces and types them until there are no more.
func (p *parallel) work(binding *datasets.Binding) {
	defer p.ended.Done()
	for {
		select {
		case <-p.stop:
			return
		case piece := <-p.free:
			if !p.blocks.next(piece, p.queue) {
				return
			}
			piece.broken = datasets.Unbroken(func() error {
				piece.careful = piece.careful || !piece.typeRows(binding, p.separate)
				piece.found = binding.Conclude(piece.found)
				return nil
			})
			piece.done <- struct{}{}
		}
	}
}

// typeRows finds the cells of a piece and types them; false where it cannot.
func (p *piece) typeRows(binding *datasets.Binding, separator byte) bool {
	if !p.table.scan(p.buf, p.size, separator, p.quotes > 0) || p.table.mixesLineEnds(p.size) {
		return false
	}
	if p.quotes > 0 {
		room, ok := p.table.unquote(p.size, p.quotes)
		if p.buf = room; !ok {
			return false
		}
		p.table.Text = append(room, make([]byte, datasets.SpanMargin)...)
		p.buf = p.table.Text
	}
	for row := 0; row < len(p.table.Ends); {
		valid := false
		if row, valid = binding.AppendSpans(p.batch(binding), &p.table.Spans, row); !valid {
			return false
		}
	}
	return true
}

// batch is the next empty batch of the piece.
func (p *piece) batch(binding *datasets.Binding) *datasets.Batch {
	if p.used == len(p.batches) {
		p.batches = append(p.batches, binding.NewBatch())
	}
	p.used++
	p.batches[p.used-1].Reset()
	return p.batches[p.used-1]
}

// run hands the batches on in order. odd is the piece from which on the file is for the splitter.
func (p *parallel) run(yield func(*datasets.Batch) bool) (odd *piece, stopped bool) {
	finished := false
	defer func() { // also where yield panics
		if !finished {
			p.halt()
		}
	}()
	for piece := range p.queue {
		if <-piece.done; piece.careful || piece.broken != nil {
			odd = piece
			break
		}
		if stopped = !p.handOn(piece, yield); stopped {
			break
		}
		p.free <- piece
	}
	finished = true
	return odd, stopped
}

// handOn yields the batches of a piece, their lines counted from the top of the file.
func (p *parallel) handOn(piece *piece, yield func(*datasets.Batch) bool) bool {
	if d := p.decoder; d.letters < enoughLetters && !isASCII(piece.text()) {
		d.count(piece.text())
	}
	p.binding.Join(piece.found, p.rows.line+1)
	for i, batch := range piece.batches[:piece.used] {
		batch.MoveDown(p.rows.line + 1)
		if batch.Rows() == 0 {
			continue
		}
		if p.binding.TellRows(batch); piece.last && i == piece.used-1 {
			p.binding.TellNotes(batch)
		}
		if !yield(batch) {
			return false
		}
	}
	p.rows.line += piece.table.lines
	p.taken++
	return true
}

// halt ends the workers and waits for them.
func (p *parallel) halt() {
	select {
	case <-p.stop:
	default:
		close(p.stop)
	}
	p.ended.Wait()
}

// takeOver gives the text from a piece on back to decoder and splitter.
func (p *parallel) takeOver(odd *piece) {
	texts := []io.Reader{bytes.NewReader(odd.text())}
	for piece := range p.queue { // closed once the workers have ended
		texts = append(texts, bytes.NewReader(piece.text()))
	}
	d := p.decoder
	d.source, d.raw, d.failed = io.MultiReader(append(texts, p.blocks.remains())...), nil, nil
	line := p.rows.line
	p.rows = newSplitter(d, p.rows.block)
	p.rows.eol, p.rows.line = '\n', line
}
