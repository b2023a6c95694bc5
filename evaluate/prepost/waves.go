package prepost

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Wave is the sheets of one measurement: before, during, after, half a year later. The name is the
// user's own.
type Wave struct {
	Name   string
	Sheets []Sheet
}

// Waves is the outcome of matching several measurements.
type Waves struct {
	Accounts    []WaveAccount // of each wave, in the order given
	FromFirst   []Step        // each later wave against the first
	Consecutive []Step        // each later wave against the one before it
	Patterns    []Pattern     // who was scored when, most frequent first
	Persons     int           // with a code, in any wave
}

// WaveAccount says what became of the sheets of a wave: Rows = Kept + Repeated + Unclear + NoCode.
type WaveAccount struct {
	Name                      string
	Rows, Kept                int
	Repeated, Unclear, NoCode []string // places
	Collided                  []Collision
}

// Step is two waves compared. Pairs + only before + only after + unscored + elsewhere = all persons.
type Step struct {
	From, To  string
	Pairs     Pairs
	Elsewhere int // persons with sheets in other waves alone
}

// Pattern is how many persons have a score in which waves.
type Pattern struct {
	Scored []bool // by wave
	N      int
}

// String is a digit a wave, 1 where there is a score: "1101".
func (p Pattern) String() string {
	var out strings.Builder
	for _, scored := range p.Scored {
		if scored {
			out.WriteByte('1')
		} else {
			out.WriteByte('0')
		}
	}
	return out.String()
}

// MatchWaves pairs several waves as the zero [Folding] does; see [Folding.MatchWaves].
func MatchWaves(waves []Wave) (Waves, error) { return Folding{}.MatchWaves(waves) }

// MatchWaves pairs each later wave with the first and with the one before it. One sheet of a person
// counts in a wave, the same in every comparison: of the first wave the earliest, of each later one
// the latest; all else is as in [Folding.Match]. Fewer than two waves, a wave without a name and two
// of one name are errors, and so is a wave dated after a later one.
func (f Folding) MatchWaves(waves []Wave) (Waves, error) {
	if err := checkWaves(waves); err != nil {
		return Waves{}, err
	}
	all := f.holdWaves(waves)
	out := Waves{Accounts: accountsOf(waves, all)}
	sheets := make([]map[string]Sheet, len(all))
	for i, h := range all {
		sheets[i] = h.byKey
	}
	keys := keysIn(sheets...)
	out.Persons, out.Patterns = len(keys), patternsOf(keys, sheets)
	var faults []error
	step := func(from, to int) Step {
		s, err := f.step(waves, all, from, to, len(keys))
		faults = append(faults, err)
		return s
	}
	for i := 1; i < len(waves); i++ {
		out.FromFirst = append(out.FromFirst, step(0, i))
		out.Consecutive = append(out.Consecutive, step(i-1, i))
	}
	return out, errors.Join(faults...)
}

// step compares two waves.
func (f Folding) step(waves []Wave, all []held, from, to, persons int) (Step, error) {
	s := Step{From: waves[from].Name, To: waves[to].Name}
	var err error
	if s.Pairs, err = joined(all[from], all[to], f); err != nil {
		return s, fmt.Errorf("wave %q against %q: %w", s.To, s.From, err)
	}
	s.Elsewhere = persons - len(s.Pairs.Persons)
	return s, nil
}

func checkWaves(waves []Wave) error {
	if len(waves) < 2 {
		return fmt.Errorf("prepost: there are %d waves; a change needs at least 2", len(waves))
	}
	seen := map[string]bool{}
	for i, w := range waves {
		name := Folding{}.Fold(w.Name)
		switch {
		case name == "":
			return fmt.Errorf("prepost: wave %d has no name; give each measurement one, as in before, after", i+1)
		case seen[name]:
			return fmt.Errorf("prepost: two waves are called %q; give each measurement a name of its own", w.Name)
		}
		seen[name] = true
	}
	return nil
}

// holdWaves keeps one sheet a person and wave, under keys that hold for all waves.
func (f Folding) holdWaves(waves []Wave) []held {
	sheets := make([][]Sheet, len(waves))
	for i, w := range waves {
		sheets[i] = w.Sheets
	}
	keys := f.keysOf(sheets...)
	all := make([]held, len(waves))
	for i := range waves {
		order := latest
		if i == 0 {
			order = earliest
		}
		all[i] = f.hold(sheets[i], order, keys)
	}
	return all
}

func accountsOf(waves []Wave, all []held) []WaveAccount {
	out := make([]WaveAccount, len(all))
	for i, h := range all {
		out[i] = WaveAccount{
			Name: waves[i].Name, Rows: h.rows, Kept: len(h.kept),
			Repeated: h.repeated, Unclear: h.unclear, NoCode: h.noCode, Collided: h.collided,
		}
	}
	return out
}

func patternsOf(keys []string, waves []map[string]Sheet) []Pattern {
	count := map[string]*Pattern{}
	for _, key := range keys {
		p := Pattern{Scored: make([]bool, len(waves)), N: 1}
		for i, byKey := range waves {
			p.Scored[i] = byKey[key].Scored
		}
		if same := count[p.String()]; same != nil {
			same.N++
		} else {
			count[p.String()] = &p
		}
	}
	out := make([]Pattern, 0, len(count))
	for _, p := range count {
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b Pattern) int {
		return cmp.Or(b.N-a.N, cmp.Compare(b.String(), a.String()))
	})
	return out
}
