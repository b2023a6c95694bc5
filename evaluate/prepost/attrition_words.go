package prepost

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
)

// LeaversBias says what leavers do to a mean change.
func LeaversBias() evaluate.Text {
	return evaluate.T(
		"Zmianę liczy się tylko u osób z obiema ankietami. Jeżeli ci, którzy odpadli, różnili się od tych, którzy zostali, średnia zmiana jest zniekształcona: opisuje tych, którzy zostali, a nie wszystkich uczestników.",
		"The change is that of people with both questionnaires. If those who left differed from those who stayed, the mean change is biased: it describes those who stayed and not all participants.")
}

// BoundsMean says what the bounds say.
func BoundsMean() evaluate.Text {
	return evaluate.T(
		"Granice pokazują, ile wyniosłaby średnia zmiana, gdyby u wszystkich brakujących nic się nie zmieniło albo zmieniło się tak jak u osoby z najgorszą (najlepszą) zmianą. To nie są przedziały ufności, a brakujący mogli zmienić się jeszcze bardziej niż ktokolwiek zbadany. Jeżeli wniosek zmienia się między granicami, zależy od osób, których wyniku nikt nie zna.",
		"The bounds show what the mean change would be if nothing had changed for all who are missing, or if they had changed as the person with the worst (best) change did. They are not confidence intervals, and the missing may have changed more than anybody observed. Where the conclusion differs between the bounds, it hangs on people whose result nobody knows.")
}

// WeightsMean says what the weighted change supposes.
func WeightsMean() evaluate.Text {
	return evaluate.T(
		"Zmiana ważona daje większą wagę tym, którzy zostali, choć są podobni do tych, którzy odpadli. Usuwa zniekształcenie tylko wtedy, gdy odpadnięcie zależy wyłącznie od tego, co zmierzono na początku; tego nie da się sprawdzić na tych danych.",
		"The weighted change counts those more who stayed although they are like those who left. It removes the bias only if leaving hangs on nothing but what was measured at the start; these data cannot test that.")
}

// RegressionToMean says why low scores rise by themselves.
func RegressionToMean() evaluate.Text {
	return evaluate.T(
		"Regresja do średniej: kto w pierwszym pomiarze wypadł wyjątkowo nisko, w drugim zwykle wypada bliżej średniej, także bez projektu. Gdy do projektu trafiły osoby o niskich wynikach albo odpadły osoby o wysokich, część wzrostu jest tylko tym.",
		"Regression to the mean: whoever scored exceptionally low the first time usually scores nearer the average the second time, without any project. Where people with low scores entered the project, or people with high scores left it, part of a rise is just that.")
}

// biased is the warning of a survey that lost people.
func (a Attrition) biased() []evaluate.Warning {
	if a.OnlyPre == 0 {
		return nil
	}
	return []evaluate.Warning{evaluate.NewWarning("attrition.bias", LeaversBias())}
}

// differs is the warning of leavers who differed at the start, by the interval or by size: a quarter
// of a standard deviation is what the What Works Clearinghouse (Standards Handbook 4.0) no longer
// takes for equivalent, whatever adjusts for it.
func (a Attrition) differs() []evaluate.Warning {
	const notEquivalent = 0.25
	g, i := a.PreEffect.G, a.PreDifference.Interval
	far := g.Defined && max(g.Value, -g.Value) > notEquivalent
	sure := i.Lo.Defined && (i.Lo.Value > 0 || i.Hi.Value < 0)
	if !far && !sure {
		return nil
	}
	return []evaluate.Warning{evaluate.NewWarning("attrition.differ", evaluate.T(
		"ci, którzy odpadli, różnili się na początku od tych, którzy zostali: średnia zmiana nie mówi o wszystkich uczestnikach",
		"those who left differed at the start from those who stayed: the mean change does not speak of all participants"))}
}

// fewToCompare warns where a test of n leavers finds large differences alone: with a power of 0.8 it
// needs about 2.8/sqrt(n) standard deviations, 0.9 for ten.
func fewToCompare(t stats.TwoSampleT) []evaluate.Warning {
	const few = 10
	n := min(t.NX, t.NY)
	if n == 0 || n >= few {
		return nil
	}
	return []evaluate.Warning{evaluate.NewWarning("small-sample", evaluate.T(
		fmt.Sprintf("mniejsza z grup ma osób: %d; potrzeba co najmniej %d, by test wykrył choćby dużą różnicę (około 0,9 odchylenia), więc brak różnicy niczego tu nie dowodzi", n, few),
		fmt.Sprintf("the smaller group has %d; at least %d are needed for the test to find even a large difference (about 0.9 standard deviations), so finding none proves nothing here", n, few)))}
}

// warnings of the weighted change.
func (w Weighting) warnings() []evaluate.Warning {
	var out []evaluate.Warning
	say := func(code, pl, en string) { out = append(out, evaluate.NewWarning(code, evaluate.T(pl, en))) }
	r := w.Result
	if w.extreme() {
		say("attrition.extreme-weights",
			"skrajne wagi: wynik zależy od kilku osób, które zostały, choć prawie wszyscy do nich podobni odpadli",
			"extreme weights: the result hangs on a few people who stayed although nearly all who are like them left")
	}
	rarer := min(r.Observed, r.N-r.Observed)
	if r.Weights != nil && rarer > 0 && rarer < r.Need.N {
		say("small-sample",
			fmt.Sprintf("model wag potrzebuje co najmniej %d osób w rzadszej z grup (zostali, odpadli); jest %d", r.Need.N, rarer),
			fmt.Sprintf("the model of the weights needs at least %d people in the rarer group (stayed, left); there are %d", r.Need.N, rarer))
	}
	if w.Unknown > 0 {
		say("attrition.unknown-covariate",
			fmt.Sprintf("pominięto osoby bez kompletu cech początkowych: %d", w.Unknown),
			fmt.Sprintf("people left out because something about them at the start is not known: %d", w.Unknown))
	}
	if len(w.Alike) > 0 {
		names := joinedNames(w.Alike)
		say("attrition.alike-covariate", "cechy pominięte, bo takie same u wszystkich: "+names.PL,
			"left out because they are the same for everybody: "+names.EN)
	}
	return out
}

func joinedNames(names []evaluate.Text) evaluate.Text {
	var pl, en []string
	for _, n := range names {
		pl, en = append(pl, n.PL), append(en, n.EN)
	}
	return evaluate.T(strings.Join(pl, ", "), strings.Join(en, ", "))
}
