package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/indicators"
)

// The rule sets of the package hold for any export; this one is wrong on purpose.
const falseSet = `
name: false-made-up
version: 1
period: made up
title: {pl: zestaw z fałszywą relacją, en: a set with a false relation}
parameters: {genders: [woman, man]}
definitions:
  - {code: YOUNG, name: {pl: młodzi, en: young}, stage: output, achieved: {age: {below: 30}}}
  - {code: WORKING, name: {pl: pracujący, en: working}, stage: output, achieved: {field: labour_status, in: [employed]}}
invariants:
  - {left: [WORKING], is: at_most, right: [YOUNG], source: made up}
`

func countedBy(t *testing.T, paths []string) *counted {
	t.Helper()
	set, err := indicators.ParseSet([]byte(falseSet))
	if err != nil {
		t.Fatal(err)
	}
	e, err := (&exportFlags{profile: "generic"}).find(paths, strings.NewReader(people))
	if err != nil {
		t.Fatal(err)
	}
	counter, err := indicators.Count(context.Background(), set, indicators.Options{}, e.participations(context.Background(), set), 2)
	if err != nil {
		t.Fatal(err)
	}
	return &counted{table: counter.Table(), source: e}
}

const people = "person;sex;age;labour_status\nSYN-1;woman;40;employed\nSYN-2;man;20;employed\nSYN-3;woman;50;employed\n"

// A broken relation is told with the rows that break it; of standard input without.
func TestBrokenRelationNamesItsRows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "people-made-up.csv")
	if err := os.WriteFile(path, []byte(people), 0o600); err != nil {
		t.Fatal(err)
	}
	err := countedBy(t, []string{path}).holds(context.Background())
	if err == nil || exitCode(err) != exitUnreadable {
		t.Fatalf("got %v", err)
	}
	for _, want := range []string{
		"rule WORKING <= YOUNG is broken (women): left 2, right 0; 2 rows break it: people-made-up.csv:2, people-made-up.csv:4\n",
		"rule WORKING <= YOUNG is broken (total): left 3, right 1; 2 rows break it",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not stand in:\n%v", want, err)
		}
	}
	if strings.Contains(err.Error(), "SYN-") {
		t.Errorf("an identifier is printed: %v", err)
	}
	err = countedBy(t, []string{files.StandardInput}).holds(context.Background())
	if err == nil || strings.Contains(err.Error(), "row") && !strings.Contains(err.Error(), "correct these rows") {
		t.Errorf("standard input: %v", err)
	}
}
