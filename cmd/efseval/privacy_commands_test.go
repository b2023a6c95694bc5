package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// spy runs commands and scans all that they say.
type spy struct {
	*scanner
	t        *testing.T
	codes    map[int]int    // how often each exit code came
	badUsage bool           // a wrong command line or project file is meant
	leaks    map[string]int // of a secret by a command
}

func newSpy(t *testing.T) *spy {
	return &spy{scanner: plantedScanner(), t: t, codes: map[int]int{}, leaks: map[string]int{}}
}

// run carries out a command line, words parted by blanks, and gives its exit code.
func (s *spy) run(line string, args ...any) int {
	s.t.Helper()
	line = fmt.Sprintf(line, args...)
	var stdout, stderr bytes.Buffer
	code := efseval(strings.Fields(line), &stdout, &stderr)
	s.codes[code]++
	s.report(line, s.scan("stdout", stdout.Bytes()))
	s.report(line, s.scan("stderr", stderr.Bytes()))
	if code == exitUsage && !s.badUsage {
		s.t.Errorf("%s: usage: %s", line, stderr.String())
	}
	if code == exitInternal {
		s.t.Errorf("%s: internal error: %s", line, stderr.String())
	}
	return code
}

// files scans a folder of outputs.
func (s *spy) files(dir string) {
	s.t.Helper()
	found, err := s.folder(dir)
	if err != nil {
		s.t.Fatal(err)
	}
	s.report(dir, found)
}

// report fails the test for what was found; of a secret once for each command and file.
func (s *spy) report(of string, found []finding) {
	s.t.Helper()
	for _, f := range found {
		kind := strings.Fields(of)[0] + " " + f.secret
		if s.leaks[kind]++; s.leaks[kind] <= 2 {
			s.t.Errorf("%s: %s", of, f)
		}
	}
}
