package indicators

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// isWhole tells whether a text is a whole number, so that it is an edge and not a name.
func isWhole(text string) bool {
	_, err := strconv.ParseInt(text, 10, 32)
	return err == nil
}

// withBands gives a dimension the bands that were asked for, or those of the rule set.
func (s *Set) withBands(d Dimension, text string, stated bool) (Dimension, error) {
	edges := s.Parameters.AgeBands
	switch {
	case stated:
		edges = nil
		for _, edge := range strings.Split(text, ",") {
			n, err := strconv.ParseInt(strings.TrimSpace(edge), 10, 32)
			if err != nil {
				return Dimension{}, fmt.Errorf("indicators: %q of %s:%s is not a whole number; write where bands begin, as %s:18,25,55", edge, d.Name, text, d.Name)
			}
			edges = append(edges, int(n))
		}
	case d.Name != "age_band":
		return d, nil
	case len(edges) == 0:
		return Dimension{}, fmt.Errorf("indicators: the rule set %s has no age bands of its own; write where they begin, as age_band:25,55", s.Name)
	}
	d.Bands = bandsOf(edges, d.Field == "age")
	return d, s.checkDimension(d)
}

// bandsOf makes bands of the numbers with which they begin; the first is open below, the last
// above.
func bandsOf(edges []int, years bool) []Band {
	bands := []Band{newBand(math.MinInt64, int64(edges[0])-1, years)}
	for i, edge := range edges {
		to := int64(math.MaxInt64)
		if i+1 < len(edges) {
			to = int64(edges[i+1]) - 1
		}
		bands = append(bands, newBand(int64(edge), to, years))
	}
	return bands
}

func newBand(from, to int64, years bool) Band {
	b := Band{From: from, To: to}
	switch {
	case from == math.MinInt64:
		b.Value = fmt.Sprintf("<%d", to+1)
		b.Label = datasets.Label{PL: fmt.Sprintf("poniżej %d", to+1), EN: fmt.Sprintf("below %d", to+1)}
	case to == math.MaxInt64:
		b.Value = fmt.Sprintf("%d+", from)
		b.Label = datasets.Label{PL: fmt.Sprintf("%d i więcej", from), EN: fmt.Sprintf("%d and more", from)}
	case from == to:
		b.Value = strconv.FormatInt(from, 10)
		b.Label = datasets.Label{PL: b.Value, EN: b.Value}
	default:
		b.Value = fmt.Sprintf("%d-%d", from, to)
		b.Label = datasets.Label{PL: fmt.Sprintf("%d–%d", from, to), EN: fmt.Sprintf("%d–%d", from, to)}
	}
	if years {
		b.Label.PL, b.Label.EN = b.Label.PL+" lat", "aged "+b.Label.EN
	}
	return b
}

// maxBands is the most bands of a dimension: one for each age is enough.
const maxBands = 256

// checkBands refuses bands that leave a number out, hold one twice, or that nobody is in.
func checkBands(d Dimension) error {
	if d.Bands == nil {
		return nil
	}
	last := len(d.Bands) - 1
	if last < 1 || last >= maxBands || d.Bands[0].From != math.MinInt64 || d.Bands[last].To != math.MaxInt64 {
		return fmt.Errorf("indicators: the bands of %s do not hold every number: want 2 to %d, the first open below and the last above", d.Name, maxBands)
	}
	for i, b := range d.Bands {
		if b.From > b.To || i > 0 && b.From != d.Bands[i-1].To+1 {
			return fmt.Errorf("indicators: the bands of %s do not rise from one to the next at %s; write the numbers where they begin in rising order", d.Name, b.Value)
		}
	}
	if d.Field == "age" && (d.Bands[0].To < 0 || d.Bands[last].From > maxAge) {
		return fmt.Errorf("indicators: nobody is in a band of %s: ages go from 0 to %d", d.Name, maxAge)
	}
	return nil
}
