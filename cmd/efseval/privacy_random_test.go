package main

import (
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"
)

// A law: whatever stands in any cells of an export, header and all, no output of a check, a count, a table or
// a run holds it. What is planted is nonsense of letters and digits that stands nowhere else.
func TestNoRandomCellIsTold(t *testing.T) {
	t.Chdir(t.TempDir())
	l := layoutOf(t, "sm-efs")
	n := 0
	rapid.Check(t, func(r *rapid.T) {
		if n++; n > 25 {
			return // each draw is several commands
		}
		secret := rapid.StringMatching(`[A-ZŁŻ][a-ząęłóż]{3,8}q[xz][a-z]{3,6}|[A-Z]{6}QX[A-Z]{3}|0{2}[0-9]{5}47[0-9]{4}|q[xz][a-z]{5,9}@[a-z]{3,8}\.invalid`).Draw(r, "secret")
		table := l.clean(6)
		for range rapid.IntRange(1, 8).Draw(r, "cells") {
			column := rapid.IntRange(0, len(l.header)-1).Draw(r, "column")
			if f := l.fields[column]; f == "municipality" || f == "project" {
				continue // told by design: a place, and the number of a project where it looks like one
			}
			row := append([]string(nil), table[rapid.IntRange(1, 6).Draw(r, "row")]...)
			row[column] = secret
			table = append(table, row)
		}
		dir, err := os.MkdirTemp(".", "case")
		if err != nil {
			r.Fatal(err)
		}
		defer os.RemoveAll(dir)
		file := put(t, filepath.Join(dir, "people.csv"), csvText(t, table))
		put(t, dir+"/project.yaml", "id: random\ntitle: {pl: Wymyślony, en: Made up}\nrules: esf-plus-2021-2027\nparticipants: {file: people.csv, profile: sm-efs}\n")
		scan := newScanner(secret)
		for _, args := range [][]string{
			{"check", file, "--profile", "sm-efs"}, {"count", file, "--profile", "sm-efs", "--json", "--tolerate-faults"},
			{"export", file, "--profile", "sm-efs", "--tolerate-faults", "-o", dir + "/out.csv"},
			{"run", dir, "-o", dir + "/out", "--tolerate-faults", "--outputs", "json,problems,markdown"},
		} {
			_, out, said := command(args...)
			for place, text := range map[string]string{"stdout": out, "stderr": said} {
				if found := scan.scan(place, []byte(text)); len(found) > 0 {
					r.Fatalf("%v: %v", args, found)
				}
			}
		}
		if err := os.Remove(file); err != nil {
			r.Fatal(err)
		}
		if found, err := scan.folder(dir); err != nil || len(found) > 0 {
			r.Fatalf("%v %v", found, err)
		}
	})
}
