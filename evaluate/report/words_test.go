package report

import (
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

func TestMonths(t *testing.T) {
	for n, want := range map[int]string{1: "1 miesiąc", 2: "2 miesiące", 5: "5 miesięcy", 12: "12 miesięcy", 16: "16 miesięcy", 21: "21 miesięcy", 22: "22 miesiące", 24: "24 miesiące", 112: "112 miesięcy"} {
		if got := strings.ReplaceAll(monthsText(n).PL, "\u00a0", " "); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestPeriod(t *testing.T) {
	for _, c := range []struct {
		p    Project
		want evaluate.Text
	}{
		{Project{From: "2021-01-01", To: "2022-12-31"}, bi("01.01.2021 – 31.12.2022", "1 January 2021 – 31 December 2022")},
		{Project{From: "2015-05"}, bi("od 05.2015", "from May 2015")},
		{Project{From: "2011", To: "2011"}, bi("2011", "2011")},
		{Project{From: "2012", To: "2013", Months: 16}, bi("2012 – 2013 (16\u00a0miesięcy)", "2012 – 2013 (16\u00a0months)")},
		{Project{From: "wiosna-2012"}, bi("od wiosna-2012", "from wiosna-2012")},
		{Project{Months: 1}, bi("1\u00a0miesiąc", "1\u00a0month")},
		{Project{}, evaluate.Text{}},
	} {
		if got := periodText(c.p); got != c.want {
			t.Errorf("%v to %v is %v, want %v", c.p.From, c.p.To, got, c.want)
		}
	}
}

func TestInert(t *testing.T) {
	for in, want := range map[string]string{"=1+1": "'=1+1", "+48": "+48", "@x": "'@x", "-0.5": "-0.5", "-x": "'-x", "–": "–", "kobiety": "kobiety", "": ""} {
		if got := inert(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
