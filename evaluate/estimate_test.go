package evaluate

import (
	"math"
	"testing"
)

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

func TestIntervalRefuses(t *testing.T) {
	for name, make := range map[string]func() (Interval, error){
		"no bound":        func() (Interval, error) { return NewInterval(Value{}, Count(1), 0.95) },
		"crossed":         func() (Interval, error) { return NewInterval(Count(2), Count(1), 0.95) },
		"level 0":         func() (Interval, error) { return NewInterval(Count(1), Count(2), 0) },
		"level 1":         func() (Interval, error) { return NewInterval(Count(1), Count(2), 1) },
		"level no number": func() (Interval, error) { return NewInterval(Count(1), Count(2), math.NaN()) },
	} {
		if i, err := make(); err == nil || i.Present() {
			t.Errorf("%s: %+v was made, error %v", name, i, err)
		}
	}
}
