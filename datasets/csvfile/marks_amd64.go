//go:build !purego

package csvfile

import (
	"golang.org/x/sys/cpu"

	"github.com/efseval/efseval/datasets"
)

// wide tells whether the processor has what marks_amd64.s uses, as nearly all since 2015 do.
var wide = cpu.X86.HasAVX2 && cpu.X86.HasBMI1 && cpu.X86.HasPOPCNT

// find sets the marks of a text of len(found) sets of bytes.
func find(found []marks, text []byte, separator byte) (sum tally) {
	if !wide || len(found) == 0 {
		return findPortable(found, text, separator)
	}
	_ = text[len(found)*scanWidth-1]
	var nul uint32
	sum.cells, sum.lines, nul = findAVX2(&found[0], &text[0], len(found), separator)
	sum.nul = nul != 0
	return sum
}

// spread writes where cells begin and end; see [spreadPortable]. The cells have room for all
// marks, one more and spreadSpare.
func spread(cells []datasets.Span, found []marks) int {
	if !wide || len(found) == 0 {
		return spreadPortable(cells, found)
	}
	return spreadBMI(&cells[0], &found[0], len(found))
}

// findAVX2 sets the marks of so many sets of 64 bytes and counts those of cells and lines; nul is
// not 0 where a byte of the text is. There is one set at least.
//
//go:noescape
func findAVX2(found *marks, text *byte, sets int, separator byte) (cells, lines int, nul uint32)

// spreadBMI writes the cells that end at the marks of so many sets and counts them; it may write
// up to spreadSpare more. There is one set at least.
//
//go:noescape
func spreadBMI(cells *datasets.Span, found *marks, sets int) (n int)
