package stats_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/stats"
)

// The questionnaires of 02_paired carry the ids of 03_reliability, before and after,
// and the scores those of a reliable change: what TestFactsItems and TestFactsPaired
// leave to others.
func TestFactsQuestionnaires(t *testing.T) {
	compared, n := 0, 0
	for _, c := range cases(t, "02_paired/*") {
		rest := referenceCase{name: c.name, header: c.header, rows: c.rows, facts: map[string]fact{}}
		for id, f := range c.facts {
			if slices.ContainsFunc(elsewhere, func(p string) bool { return strings.HasPrefix(id, p) }) {
				rest.facts[id] = f
			}
		}
		if len(rest.facts) == 0 {
			continue
		}
		n++
		got := answers{}
		if slices.Contains(c.header, "pre") {
			got.reliable(t, c)
		} else {
			got.side(t, c, "pre")
			got.side(t, c, "post")
		}
		compared += rest.compareAll(t, got)
	}
	report(t, "02_paired questionnaires", compared, n)
}

// side answers one wave as a case of its own.
func (a answers) side(t *testing.T, c referenceCase, side string) {
	wave := referenceCase{name: c.name}
	for i, name := range c.header {
		if strings.HasPrefix(name, side+"_") {
			wave.header = append(wave.header, name)
			for r, row := range c.rows {
				if len(wave.rows) <= r {
					wave.rows = append(wave.rows, nil)
				}
				wave.rows[r] = append(wave.rows[r], row[i])
			}
		}
	}
	got := answers{"n_rows": count(len(wave.rows)), "k": count(len(wave.header))}
	got.scale(t, wave, "", "listwise.")
	got.scaleWhole(t, wave)
	got.pairwise(t, wave)
	for id, v := range got {
		a["reliability."+side+"."+id] = v
	}
}

func (a answers) reliable(t *testing.T, c referenceCase) {
	both := c.columns(t, nil, "pre", "post")
	for id, reliability := range map[string]float64{"rci.rel8.": 0.8, "rci.rel7.": 0.7} {
		r := must[stats.ReliableChangeResult](t)(stats.ReliableChange(both[0], both[1], stats.ReliableChangeOptions{Reliability: reliability}))
		a[id+"sem"], a[id+"s_diff"] = r.SE, r.SDiff
		a[id+"n_improved"], a[id+"n_deteriorated"], a[id+"n_unchanged"] = count(r.Improved), count(r.Worsened), count(r.Unchanged)
		s := must[stats.Summary](t)(stats.Describe(r.RC))
		a[id+"first"], a[id+"max"], a[id+"mean"] = number(r.RC[0]), s.Max, s.Mean
	}
}
