package report

import (
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Slug turns a name into a part of a figure id: folded, words joined by dashes, at most 60 bytes;
// "unnamed" where nothing is left.
func Slug(name string) string {
	var out strings.Builder
	for word := range strings.FieldsSeq(datasets.Fold(name)) {
		plain := strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789")
		if plain != "" { // letters of other scripts have no place in an id
			continue
		}
		if out.Len()+len(word) > 60 {
			break
		}
		if out.Len() > 0 {
			out.WriteByte('-')
		}
		out.WriteString(word)
	}
	if out.Len() == 0 {
		return "unnamed"
	}
	return out.String()
}
