package csvfile

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/profiles"
)

// A fault of the program in a worker is the error of the file, and reading it ends.
func TestAFaultInAWorkerIsTheErrorOfTheFile(t *testing.T) {
	profile, err := profiles.Load("generic")
	if err != nil {
		t.Fatal(err)
	}
	opened, err := New(strings.NewReader("id;płeć\n"+strings.Repeat("A-1;kobieta\n", 5000)), "people.csv", profile)
	if err != nil {
		t.Fatal(err)
	}
	s := opened.(*source)
	for range s.workers {
		s.forks = append(s.forks, nil) // which typing a cell falls over
	}
	ended := make(chan error)
	go func() { ended <- s.parts(func(*datasets.Batch) bool { return true }) }()
	select {
	case err := <-ended:
		if _, is := errors.AsType[*datasets.Broken](err); !is {
			t.Errorf("the file ended with %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("reading did not end")
	}
}
