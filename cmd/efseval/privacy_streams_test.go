package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// from runs a command with a file as standard input.
func (s *spy) from(file, line string, args ...any) int {
	s.t.Helper()
	stdin, err := os.Open(file)
	if err != nil {
		s.t.Fatal(err)
	}
	defer stdin.Close()
	before := os.Stdin
	os.Stdin = stdin
	defer func() { os.Stdin = before }()
	return s.run(line, args...)
}

// streamed are a clean and a faulty table in every format, packed and not.
func streamed(t *testing.T, dir, profile string) (files []string) {
	clean := layoutOf(t, profile).clean(18)
	faulty := layoutOf(t, profile, unknownHeaders()...).faulty()
	for name, table := range map[string][][]string{"clean": clean, "faulty": faulty} {
		for _, path := range []string{
			put(t, filepath.Join(dir, name+".csv"), csvText(t, table)),
			putXLSX(t, filepath.Join(dir, name+".xlsx"), plantedPeople()[2].last, table),
			putParquet(t, filepath.Join(dir, name+".parquet"), table),
		} {
			files = append(files, path, put(t, path+".gz", string(gzipped(t, read(t, path)))))
		}
	}
	return files
}

// What comes in on standard input, or packed with gzip, is told no more than what stands in a file, and what is
// spooled on the way is gone.
func TestNoStreamTellsWhoSomebodyIs(t *testing.T) {
	t.Chdir(t.TempDir())
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	s := newSpy(t)
	put(t, "out/empty", "")
	for i, file := range streamed(t, "in", "sm-efs") {
		name := filepath.Base(file)
		s.from(file, "check - --profile sm-efs --json --lang pl")
		s.from(file, "check - --profile sm-efs -o -")
		s.from(file, "count - --profile sm-efs --tolerate-faults --ignore * --json --by age_band")
		s.from(file, "export - --profile sm-efs --tolerate-faults --ignore * -o -")
		s.from(file, "profile draft -")
		project := fmt.Sprintf("projects/p%d", i)
		plantedProject(t, project, `"-"`, "sm-efs", "")
		s.from(file, "run %s -o out/runs --tolerate-faults --outputs json,problems,html,figures", project)
		s.from(file, "run %s -o out/runs --lang pl --outputs json", project)
		if filepath.Ext(file) == ".gz" {
			s.run("check %s --profile sm-efs -o out/%s.csv", file, name)
			s.run("count %s --profile sm-efs --tolerate-faults --ignore * --csv", file)
			s.run("export %s --profile sm-efs --tolerate-faults --ignore * -o out/%s.table.parquet", file, name)
			s.run("init out/new-%d %s", i, file)
			s.run("profile draft %s", file)
		}
	}
	s.badUsage = true // none of them takes it, and none says what came in
	for _, line := range []string{"check -", "count -", "init out/x -", "survey - -", "trace - participants/total", "verify -", "diff - -", "run -", "explain -", "sql -", "key print -", "selftest --cases -"} {
		s.from("in/clean.csv", line)
	}
	s.files("out")
	s.files(temp)
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
	if s.codes[exitDone] == 0 || s.codes[exitUnreadable] == 0 {
		t.Errorf("exit codes %v: want some that could be done and some that could not", s.codes)
	}
	t.Logf("exit codes %v, %d bytes scanned", s.codes, s.bytes)
}
