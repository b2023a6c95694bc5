package indicators

import (
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/shopspring/decimal"
)

func thresholdOf(code, percent string, of Criterion) Threshold {
	return Threshold{Code: code, Name: datasets.Label{PL: "grupa", EN: "group"}, Of: of, AtLeast: decimal.RequireFromString(percent),
		Source: Source{Clause: "made up", Mark: "made up"}}
}

// A threshold is met exactly: 1 of 3 is below 33.34 % and not below 33.33 %; of nobody it cannot
// be told.
func TestThresholds(t *testing.T) {
	s, err := factsSet(t).WithThresholds(thresholdOf("Z", "33.33", Criterion{}), thresholdOf("Z", "33.34", Criterion{}),
		thresholdOf("Z", "100", Criterion{Field: "sex", In: []string{"man"}}), thresholdOf("Z", "0.01", Criterion{Field: "sex", In: []string{"non_binary"}}),
		thresholdOf("Z", "50", Criterion{Field: "disability", In: []string{"yes"}}))
	if err != nil {
		t.Fatal(err)
	}
	table := tableOf(t, s, batchOf(t, canonicalProfile(t), "sex\nwoman\nwoman\nman\n"))
	want := []struct {
		text    string
		verdict Verdict
		why     string
	}{{"1/3", Reached, ""}, {"1/3", NotReached, ""}, {"1/1", Reached, ""}, {"0/0", CannotTell, "nobody is in the denominator: group"}, {"n/a", CannotTell, "(disability)"}}
	for i, w := range want {
		a := table.Thresholds[i]
		verdict, why := a.Verdict()
		if got := a.Row.Cells[len(a.Row.Cells)-1].text(); got != w.text || verdict != w.verdict || !strings.Contains(why.EN, w.why) || (why.PL == "") != (w.why == "") {
			t.Errorf("threshold %d: %s %s (%s), want %s %s (%s)", i, got, verdict, why.EN, w.text, w.verdict, w.why)
		}
	}
	if len(table.Indicators) != len(s.Definitions) {
		t.Errorf("%d rows of indicators, want %d", len(table.Indicators), len(s.Definitions))
	}
	if none, err := s.WithThresholds(); err != nil || len(none.Thresholds) != 0 || len(s.Thresholds) != 5 {
		t.Errorf("thresholds were not taken away from the copy alone: %v", err)
	}
	_, err = s.WithThresholds(thresholdOf("P", "50", Criterion{}))
	if err == nil || !strings.Contains(err.Error(), "P is a fact and has no share") {
		t.Errorf("got %v", err)
	}
}

func TestThresholdsAreReadExactly(t *testing.T) {
	for written, want := range map[string]string{"22": "22", "22.5": "22.5", `"0.10"`: "0.1", "33.333333333333333333": "33.333333333333333333"} {
		text := strings.Replace(smallSet, "§", "{everyone: true}", 1) +
			"thresholds: [{code: A1, name: {pl: a, en: a}, at_least: " + written + ", source: {clause: c, mark: m}}]\n"
		s, err := ParseSet([]byte(text))
		if err != nil {
			t.Error(err)
			continue
		}
		if got := s.Thresholds[0].AtLeast; !got.Equal(decimal.RequireFromString(want)) {
			t.Errorf("at_least: %s was read as %s", written, got)
		}
	}
}

// The thresholds that come with the sets, and none where none was found or sure enough: 34 % and
// 25 % of 2018 are for whoever has the guidelines to supply.
func TestThresholdsOfTheEfficiencySets(t *testing.T) {
	for name, want := range map[string]string{
		"efficiency-2015":     "SOCIAL-EMPLOYMENT-EFFICIENCY 56, EMPLOYMENT-EFFICIENCY 22, SOCIAL-EMPLOYMENT-EFFICIENCY 46 disability_significant, EMPLOYMENT-EFFICIENCY 12 disability_significant",
		"efficiency-2016":     "SOCIAL-EFFICIENCY 34, EMPLOYMENT-EFFICIENCY 22, SOCIAL-EFFICIENCY 34 disability_significant, EMPLOYMENT-EFFICIENCY 12 disability_significant",
		"efficiency-2018":     "",
		"efficiency-esf-plus": "",
		"wlwk-2014-2020":      "",
	} {
		var got []string
		for _, h := range mustLoad(t, name).Thresholds {
			got = append(got, strings.TrimSpace(h.Code+" "+h.AtLeast.String()+" "+h.Of.Field))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: thresholds %q, want %q", name, got, want)
		}
	}
	supplied, err := mustLoad(t, "efficiency-2018").WithThresholds(thresholdOf("EMPLOYMENT-EFFICIENCY", "25", Criterion{}))
	if err != nil {
		t.Fatal(err)
	}
	b := batchOf(t, canonicalProfile(t), "sex,age,education,labour_status,completed,exit_date,exit_situation,support_nature\n"+
		repeat("woman,30,isced3,unemployed,yes,2019-05-31,none,occupational\n", 3)+"man,30,isced3,unemployed,yes,2019-05-31,employment,occupational\n")
	if v, _ := tableOf(t, supplied, b).Thresholds[0].Verdict(); v != Reached {
		t.Errorf("1 of 4 against a supplied 25 %%: %s", v)
	}
}
