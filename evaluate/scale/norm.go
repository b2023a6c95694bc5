package scale

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/efseval/efseval/evaluate"
)

// ErrNorm is the refusal of a norm table: another population, or a score it does not list.
var ErrNorm = errors.New("scale: no norm")

// Norm is a table from raw scores to stens for one population.
type Norm struct {
	Population string        `yaml:"population"` // code by which a user names it
	Of         evaluate.Text `yaml:"of"`         // who that is, as far as the source says
	Partial    bool          `yaml:"partial"`    // true: not every possible score is listed
	Bands      []Band        `yaml:"bands"`      // rising, without overlap
	Levels     []Level       `yaml:"levels"`     // stens in words; may be empty
	Mark       string        `yaml:"mark"`
	Sure       string        `yaml:"sure"` // see [Source]
}

// Band is the raw scores, whole and both ends included, of one sten.
type Band struct {
	From int `yaml:"from"`
	To   int `yaml:"to"`
	Sten int `yaml:"sten"` // 1 to 10
}

// Level is a range of stens in words.
type Level struct {
	Name evaluate.Text `yaml:"name"`
	From int           `yaml:"from"`
	To   int           `yaml:"to"`
}

// Norm is the table for a population that the caller names, because a sheet does not say whose it
// is. A population without a table is refused (ErrNorm).
func (k Key) Norm(population string) (Norm, error) {
	var there []string
	for _, n := range k.Norms {
		if n.Population == population {
			return n, nil
		}
		there = append(there, n.Population)
	}
	return Norm{}, fmt.Errorf("%w: %s has no table for the population %q; it has %q", ErrNorm, k.name(), population, there)
}

// Sten converts a raw score. A score that the table does not list is refused (ErrNorm), and so is
// a prorated one that is not whole: it lies between two rows.
func (n Norm) Sten(score float64) (int, error) {
	if score != math.Trunc(score) {
		return 0, fmt.Errorf("%w: the score %v is not whole, and the table lists whole scores only", ErrNorm, score)
	}
	for _, b := range n.Bands {
		if score >= float64(b.From) && score <= float64(b.To) {
			return b.Sten, nil
		}
	}
	return 0, fmt.Errorf("%w: the table for %s does not list the score %v", ErrNorm, n.Population, score)
}

// Level is a sten in words; false where the table has none for it.
func (n Norm) Level(sten int) (Level, bool) {
	i := slices.IndexFunc(n.Levels, func(l Level) bool { return sten >= l.From && sten <= l.To })
	if i < 0 {
		return Level{}, false
	}
	return n.Levels[i], true
}

func (k Key) checkNorms() error {
	seen := map[string]bool{}
	for _, n := range k.Norms {
		fault := func(format string, args ...any) error {
			return fmt.Errorf("scale: norms of %s, population %q: %s", k.name(), n.Population, fmt.Sprintf(format, args...))
		}
		if n.Population == "" || seen[n.Population] || n.Of.PL == "" || n.Of.EN == "" {
			return fault("wants a code of its own and who that is, in both languages")
		}
		seen[n.Population] = true
		if k.How != Sum || k.Items == 0 || len(n.Bands) == 0 {
			return fault("a table of stens needs bands, a sum score and a fixed number of items")
		}
		if err := n.check(k); err != nil {
			return fault("%v", err)
		}
	}
	return nil
}

func (n Norm) check(k Key) error {
	low, high := k.Possible(k.Items)
	for i, b := range n.Bands {
		switch {
		case b.From > b.To || b.Sten < 1 || b.Sten > 10:
			return fmt.Errorf("band %d to %d, sten %d, is none", b.From, b.To, b.Sten)
		case float64(b.From) < low || float64(b.To) > high:
			return fmt.Errorf("band %d to %d lies outside the possible scores %v to %v", b.From, b.To, low, high)
		case i > 0 && (b.From <= n.Bands[i-1].To || b.Sten <= n.Bands[i-1].Sten):
			return fmt.Errorf("band %d to %d does not rise above the one before it", b.From, b.To)
		case i > 0 && !n.Partial && b.From != n.Bands[i-1].To+1:
			return fmt.Errorf("scores between %d and %d have no sten; add them or say partial: true", n.Bands[i-1].To, b.From)
		}
	}
	if first, last := n.Bands[0], n.Bands[len(n.Bands)-1]; !n.Partial && (float64(first.From) != low || float64(last.To) != high) {
		return fmt.Errorf("the table goes from %d to %d and the scores from %v to %v; add the rest or say partial: true", first.From, last.To, low, high)
	}
	return nil
}
