package main

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// A fault of the program ends with 1 and says what to do, in both languages, and nothing that it holds.
func TestAFaultOfTheProgramTellsNoData(t *testing.T) {
	err := unbroken(func() error { panic(errors.New(plantedPeople()[0].name())) })
	if exitCode(err) != exitInternal {
		t.Errorf("exit code %d", exitCode(err))
	}
	for l, want := range map[evaluate.Lang]string{evaluate.EN: "this is a fault of efseval (*errors.errorString); please report it", evaluate.PL: "to błąd programu efseval (*errors.errorString); zgłoś go"} {
		said := inTongue(err, l)
		if !strings.Contains(said, want) || len(plantedScanner().scan("error", []byte(said))) > 0 {
			t.Error(said)
		}
	}
	if err := unbroken(func() error { return io.EOF }); err != io.EOF {
		t.Errorf("another error came through as %v", err)
	}
}
