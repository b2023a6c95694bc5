package evaluate

import "testing"

func TestEstimandIsReadOutInBothLanguages(t *testing.T) {
	e := NewEstimand(T("uczestnicy", "participants"), T("motywacja", "motivation"), T("po wobec przed", "after against before"))
	want := T("motywacja: po wobec przed; uczestnicy", "motivation: after against before; participants")
	if got := e.Sentence(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestEstimateKeepsWhatItIsMadeOf(t *testing.T) {
	interval, err := NewInterval(Count(1), Count(3), 0.95)
	if err != nil {
		t.Fatal(err)
	}
	w := NewWarning("small-sample", T("mało", "few"))
	e := NewEstimate(Count(2), interval, 7, T("średnia", "mean"), Estimand{}, w)
	if !e.Point.Equal(Count(2)) || e.N != 7 || e.Interval != interval || len(e.Warnings) != 1 || e.Warnings[0] != w {
		t.Errorf("got %+v", e)
	}
}
