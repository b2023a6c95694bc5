package batch

import (
	"errors"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// parseMoney reads an amount of a project file into grosze.
func parseMoney(text string) (int64, error) {
	d, err := datasets.ParseDecimal([]byte(text), 0)
	if err != nil {
		return 0, err
	}
	return d.Grosze()
}

// claimed is a published number: its exact value and to how many decimals it was given.
type claimed struct {
	value    evaluate.Value
	decimals int
	none     bool // the claim is that nothing was published
}

// parseClaim reads a number as it was published. A percent is a share; "n/d" is no number.
func parseClaim(text string) (claimed, error) {
	text = strings.TrimSpace(text)
	if slices.Contains([]string{"n/d", "brak danych", "not available"}, strings.ToLower(text)) {
		return claimed{none: true}, nil
	}
	number, percent := strings.CutSuffix(text, "%")
	number = strings.TrimSuffix(strings.TrimSpace(number), "EUR")
	d, err := datasets.ParseDecimal([]byte(number), 0)
	if err != nil {
		return claimed{}, err
	}
	scale := d.Scale
	if percent {
		scale += 2
	}
	den := int64(1)
	for range scale {
		if den > 1e16 {
			return claimed{}, errors.New("has too many decimals")
		}
		den *= 10
	}
	return claimed{value: evaluate.Ratio(d.Digits, den), decimals: scale}, nil
}
