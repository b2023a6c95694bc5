package indicators

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// values are the values of a row, found one row at a time from the words of the documentation.
func (n naive) values(d Dimension, row int) []string {
	f := n.b.Schema.Field(d.Field)
	switch {
	case d.Field == "":
		return []string{n.stage(row)}
	case d.Field == "age":
		age, ok := n.age(row)
		return []string{numberValue(d, int64(age), ok)}
	case f.Kind == datasets.Count:
		if !n.has(d.Field, row) {
			return []string{""}
		}
		return []string{numberValue(d, n.b.ColumnOf(d.Field).Counts[row], true)}
	case !n.has(d.Field, row):
		return []string{""}
	case f.Kind == datasets.Text:
		return []string{datasets.FoldText(string(n.b.ColumnOf(d.Field).Text(row)))}
	case f.Kind == datasets.Identifier:
		return []string{string(n.b.ColumnOf(d.Field).Text(row))}
	case f.Kind != datasets.Set:
		return []string{n.term(d.Field, row)}
	}
	var members []string
	for _, t := range f.Vocabulary.Terms {
		if n.b.ColumnOf(d.Field).Masks[row]&f.Vocabulary.Bit(t.Code) != 0 {
			members = append(members, t.Code)
		}
	}
	if members == nil {
		return []string{"||"}
	}
	return members
}

// numberValue reads the band off its text.
func numberValue(d Dimension, x int64, known bool) string {
	if !known {
		return ""
	}
	for _, b := range d.Bands {
		var lo, hi int64
		switch {
		case strings.HasPrefix(b.Value, "<"):
			fmt.Sscanf(b.Value, "<%d", &hi)
			lo, hi = -1<<40, hi-1
		case strings.HasSuffix(b.Value, "+"):
			fmt.Sscanf(b.Value, "%d+", &lo)
			hi = 1 << 40
		default:
			if n, _ := fmt.Sscanf(b.Value, "%d-%d", &lo, &hi); n == 1 {
				hi = lo
			}
		}
		if lo <= x && x <= hi {
			return b.Value
		}
	}
	return fmt.Sprint(x)
}

func (n naive) stage(row int) string {
	_, left := n.date("exit_date", row)
	switch {
	case n.true(&n.set.Parameters.Completers, row) && (left || !n.b.Has("exit_date")):
		return HasDone
	case left:
		return HasLeft
	case n.b.Has("exit_date"):
		return TakingPart
	}
	return NotKnown
}

// combinations are the parts that a row is in.
func (n naive) combinations(by []Dimension, row int) []string {
	keys := []string{""}
	for _, d := range by {
		var longer []string
		for _, v := range n.values(d, row) {
			for _, key := range keys {
				longer = append(longer, key+"\x00"+v)
			}
		}
		keys = longer
	}
	return keys
}
