//go:build !purego

package datasets

import "golang.org/x/sys/cpu"

// wide tells whether the processor has what seen_amd64.s uses, as nearly all since 2015 do.
var wide = cpu.X86.HasAVX2 && cpu.X86.HasBMI2

// look takes what the cells of a column stand for; see lookPortable.
func (s *seen) look(values []uint64, text []byte, cells []Span, stride int) int {
	if !wide || len(values) == 0 || len(text) < SpanMargin {
		return s.lookPortable(values, text, cells, stride)
	}
	_ = cells[(len(values)-1)*stride]
	return lookAVX2(&values[0], &text[0], len(text)-SpanMargin, &cells[0], stride*8, len(values), s)
}

// lookAVX2 takes what rows of cells stand for, one at least and stride bytes apart, until one is
// not known, is longer than seenLength or begins behind limit.
//
//go:noescape
func lookAVX2(values *uint64, text *byte, limit int, cells *Span, stride, rows int, known *seen) (found int)
