package stats_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// Ids of 08_power carry their question: paired_n15_a0.05_p0.8.mde_dz is the
// smallest d_z that 15 pairs find with power .8 at alpha .05.
func TestFactsPower(t *testing.T) {
	c := cases(t, "08_power/*")[0]
	got := answers{}
	for id := range c.facts {
		q := newQuestion(t, id)
		answer, ok := q.answer(t)
		if ok {
			got[id] = answer
		}
	}
	report(t, "08_power", c.everyFact(t, got), 1)
}

// question is an id taken apart: the words in order and the values after a letter.
type question struct {
	of, asked string
	plain     []float64 // _0.6_0.5
	named     map[string]float64
}

func newQuestion(t *testing.T, id string) question {
	t.Helper()
	at := strings.LastIndexFunc(id, func(r rune) bool { return r == '.' })
	for strings.ContainsRune("0123456789", rune(id[at+1])) { // a decimal point, as in power_at_d0.5
		at = strings.LastIndex(id[:at], ".")
	}
	q := question{named: map[string]float64{}, asked: id[at+1:]}
	parts := strings.Split(id[:at], "_")
	q.of = parts[0]
	asked := q.asked
	for _, name := range []string{"power_at_d", "mde_p"} {
		if value, is := strings.CutPrefix(asked, name); is && !strings.Contains(value, "_") {
			q.asked = name
			parts = append(parts, name[len(name)-1:]+value)
		}
	}
	for _, name := range []string{"mde_h_p", "mde_p2_from_p2_p"} {
		if value, is := strings.CutPrefix(asked, name); is {
			q.asked = name
			parts = append(parts, "p"+value)
		}
	}
	last := ""
	for _, p := range parts[1:] {
		name, digits := p[:1], p[1:]
		if strings.ContainsAny(name, "0123456789") {
			name, digits = "", p
		}
		v, err := strconv.ParseFloat(digits, 64)
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		switch {
		case name != "":
			q.named[name] = v
		case last == "n": // two_n37_23
			q.named["m"] = v
		default:
			q.plain = append(q.plain, v)
		}
		last = name
	}
	return q
}

func (q question) answer(t *testing.T) (stats.Maybe, bool) {
	level := 1 - q.named["a"]
	n, m, d, p := int(q.named["n"]), int(q.named["m"]), q.named["d"], q.named["p"]
	only := func(v stats.Maybe, err error) (stats.Maybe, bool) { return must[stats.Maybe](t)(v, err), true }
	switch q.of + "." + q.asked {
	case "paired.mde_dz":
		return only(stats.PairedTDetectable(n, p, level, stats.BothSides))
	case "paired.power_at_d":
		return only(stats.PairedTPower(n, d, level, stats.BothSides))
	case "paired1s.power":
		return only(stats.PairedTPower(n, d, level, stats.Greater))
	case "paired.n", "paired.n_ceiling":
		s := must[stats.NeededSample](t)(stats.PairedTSample(d, p, level, stats.BothSides))
		if q.asked == "n" {
			return s.Exact, true
		}
		return count(s.N), true
	case "two.power_at_d":
		return only(stats.TwoSampleTPower(n, m, d, level, stats.BothSides))
	case "two.mde_p":
		return only(stats.TwoSampleTDetectable(n, m, p, level, stats.BothSides))
	case "two.n_per_group":
		return must[stats.NeededSample](t)(stats.TwoSampleTSample(d, p, level, stats.BothSides)).Exact, true
	}
	return q.ofShares(t, n, p, level)
}

func (q question) ofShares(t *testing.T, n int, power, level float64) (stats.Maybe, bool) {
	if len(q.plain) != 2 {
		return stats.Maybe{}, false
	}
	p1, p2 := q.plain[0], q.plain[1]
	switch q.of + "." + q.asked {
	case "prop.h", "prop.power_arcsine", "prop.power_normal":
		s := must[stats.SharePower](t)(stats.TwoSharesPower(p1, p2, n, level))
		return map[string]stats.Maybe{"h": s.H, "power_arcsine": s.Arcsine, "power_normal": s.Normal}[q.asked], true
	case "prop.n_arcsine", "prop.n_normal":
		arcsine, normal, err := stats.TwoSharesSample(p1, p2, power, level)
		if err != nil {
			t.Fatal(err)
		}
		return map[string]stats.Maybe{"n_arcsine": arcsine.Exact, "n_normal": normal.Exact}[q.asked], true
	case "prop.mde_h_p", "prop.mde_p2_from_p2_p":
		h, share, err := stats.TwoSharesDetectable(p2, n, power, level)
		if err != nil {
			t.Fatal(err)
		}
		return map[string]stats.Maybe{"mde_h_p": h, "mde_p2_from_p2_p": share}[q.asked], true
	case "oneprop.power_arcsine", "oneprop.power_exact_binom", "oneprop.size_exact_binom":
		s := must[stats.TargetPower](t)(stats.ShareTargetPower(p1, p2, n, level))
		return map[string]stats.Maybe{"power_arcsine": s.Arcsine, "power_exact_binom": s.Exact, "size_exact_binom": s.Size}[q.asked], true
	}
	t.Logf("no answer to %+v", q)
	return stats.Maybe{}, false
}
