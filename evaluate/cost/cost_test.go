package cost

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate"
)

// The unit costs of the five programmes (domain section 8, Python decimal, ROUND_HALF_UP).
func TestUnitCostsOfThePublishedProgrammes(t *testing.T) {
	for _, c := range []struct {
		name   string
		grosze int64
		n      int64
		want   string
	}{
		{"KATOWICE-PAL per participant", 93971745, 60, "15661.96"},
		{"KATOWICE-PAL EU per participant", 79875983, 60, "13312.66"},
		{"KATOWICE-PAL rest per participant", 14095762, 60, "2349.29"},
		{"KATOWICE-PAL per participant-month", 93971745, 60 * 24, "652.58"},
		{"KATOWICE-WLACZ per participant", 480000000, 839, "5721.10"},
		{"KATOWICE-WLACZ per completer", 480000000, 670, "7164.18"},
		{"KATOWICE-WLACZ per employed", 480000000, 106, "45283.02"},
		{"KATOWICE-WLACZ per job-seeker", 480000000, 26, "184615.38"},
		{"WODZISLAW per participant", 2000000, 15, "1333.33"},
		{"WODZISLAW per participant-month", 2000000, 15 * 16, "83.33"},
	} {
		if got := evaluate.GroszePer(c.grosze, c.n).Fixed(2); got != c.want {
			t.Errorf("%s = %s, want %s", c.name, got, c.want)
		}
	}
}

func TestUnitCostIsExactBeforePrinting(t *testing.T) {
	if got := evaluate.GroszePer(93971745, 60).String(); got != "15661.9575" {
		t.Errorf("939717.45/60 = %s, want 15661.9575", got)
	}
	if got := Residue(93971745, 60); got != -15 {
		t.Errorf("residue of 60 x 15661.96 = %d gr, want -15", got)
	}
	if f := Per("cost/x", evaluate.Same("x"), 100, 0); f.Status != evaluate.NotAvailable {
		t.Errorf("a cost for each of nobody is %s, want not available", f.Value)
	}
}

// Domain 5.3, 5.4 and 8: factors from the unrounded products, euro by the yearly mean.
func TestPricesAndEuro(t *testing.T) {
	rates, err := LoadRates()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		from   int
		grosze int64
		n      int64
		want   string
	}{
		{2021, 93971745, 60, "20678.40"}, {2015, 480000000, 839, "8650.26"},
		{2013, 2000000, 15, "1997.85"}, {2012, 2000000, 15, "2015.83"},
	} {
		f, err := rates.PriceFactor(c.from, 2024)
		if err != nil {
			t.Fatal(err)
		}
		if got := Converted(c.grosze, c.n, f).Fixed(2); got != c.want {
			t.Errorf("%d gr/%d of %d in prices of 2024 = %s, want %s", c.grosze, c.n, c.from, got, c.want)
		}
	}
	eur, err := rates.EUR(2021)
	if err != nil {
		t.Fatal(err)
	}
	if got := Converted(93971745, 1, eur.Inv(eur)).Fixed(2); got != "205843.65" {
		t.Errorf("939717.45 zł in euro of 2021 = %s, want 205843.65", got)
	}
	if _, err := rates.PriceFactor(2009, 2024); err == nil {
		t.Error("a year before the index gave a factor")
	}
}

func TestPriceFactorThereAndBackIsOne(t *testing.T) {
	rates, err := LoadRates()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.IntRange(2010, 2024).Draw(t, "a"), rapid.IntRange(2010, 2024).Draw(t, "b")
		there, err1 := rates.PriceFactor(a, b)
		back, err2 := rates.PriceFactor(b, a)
		if err1 != nil || err2 != nil || there.Mul(there, back).RatString() != "1" {
			t.Fatalf("%d to %d and back: %v %v %v", a, b, there, err1, err2)
		}
	})
}

func TestLedgerSumsItsLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var l Ledger
		want := Amounts{EUKnown: true}
		n := rapid.IntRange(1, 40).Draw(t, "lines")
		for range n {
			a := Amounts{Total: rapid.Int64Range(-1e12, 1e12).Draw(t, "total"), EU: rapid.Int64Range(0, 1e12).Draw(t, "eu"), EUKnown: rapid.Bool().Draw(t, "known")}
			if err := l.addLine(rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "task"), a); err != nil {
				t.Fatal(err)
			}
			want.Total, want.EU, want.EUKnown = want.Total+a.Total, want.EU+a.EU, want.EUKnown && a.EUKnown
		}
		sum := Amounts{EUKnown: true}
		for _, task := range l.Tasks {
			sum.Total, sum.EU, sum.EUKnown = sum.Total+task.Total, sum.EU+task.EU, sum.EUKnown && task.EUKnown
		}
		if l.Sum != want || sum != want || l.Lines != n {
			t.Fatalf("ledger %+v, tasks %+v, want %+v", l.Sum, sum, want)
		}
	})
}

func TestLedgerNeverWrapsRound(t *testing.T) {
	var l Ledger
	if err := l.addLine("a", Amounts{Total: 1 << 62}); err != nil {
		t.Fatal(err)
	}
	if err := l.addLine("a", Amounts{Total: 1 << 62}); err == nil {
		t.Error("a sum beyond int64 was accepted")
	}
}
