//go:build !amd64 || purego

package csvfile

import "github.com/efseval/efseval/datasets"

// find sets the marks of a text of len(found) sets of bytes.
func find(found []marks, text []byte, separator byte) tally {
	return findPortable(found, text, separator)
}

// spread writes where cells begin and end; see [spreadPortable].
func spread(cells []datasets.Span, found []marks) int { return spreadPortable(cells, found) }
