package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"github.com/efseval/efseval/datasets/files"
)

// surveyColumns say where in the files things stand, by their headers.
type surveyColumns struct {
	id, sex, date, wave        string
	items, preItems, postItems []string
	preSheet, postSheet        string
	dates                      []string
	encoding                   string
}

func (s *surveyColumns) bind(flags *pflag.FlagSet) {
	flags.StringVar(&s.id, "id", "", "header of the code by which the sheets of a person are paired")
	flags.StringVar(&s.sex, "sex", "", "header of the sex, to compare women and men")
	flags.StringVar(&s.date, "date", "", "header of the day the sheet was filled in")
	flags.StringVar(&s.wave, "wave", "", "header of the column that tells before from after, where one file holds both in rows")
	flags.StringSliceVar(&s.items, "items", nil, "headers of the questions, in order: p1-p10, or p1,p2,p5")
	flags.StringSliceVar(&s.preItems, "pre-items", nil, "headers of the questions before, where they differ from those after")
	flags.StringSliceVar(&s.postItems, "post-items", nil, "headers of the questions after, in the same order")
	flags.StringVar(&s.preSheet, "pre-sheet", "", "sheet of a workbook that holds the answers before")
	flags.StringVar(&s.postSheet, "post-sheet", "", "sheet of a workbook that holds the answers after")
	flags.StringSliceVar(&s.dates, "dates", nil, "layouts of dates besides yyyy-MM-dd, as dd.MM.yyyy")
	flags.StringVar(&s.encoding, "encoding", "", "utf-8, utf-16, windows-1250, iso-8859-2 or ibm852; found unless given")
}

// waves are the two waves as a project file has them, without their files.
func (s *surveyColumns) waves(args []string) (pre, post map[string]any, err error) {
	before, err := expandItems(firstOf(s.preItems, s.items))
	if err != nil {
		return nil, nil, err
	}
	after, err := expandItems(firstOf(s.postItems, s.items))
	if err != nil {
		return nil, nil, err
	}
	if err := s.check(args, before, after); err != nil {
		return nil, nil, err
	}
	return s.one(before, s.preSheet), s.one(after, s.postSheet), nil
}

func firstOf(some, others []string) []string {
	if len(some) > 0 {
		return some
	}
	return others
}

func (s *surveyColumns) check(args, before, after []string) error {
	switch {
	case s.id == "":
		return usageError{errors.New("--id is missing; name the header of the code that a person has on both sheets")}
	case len(before) == 0 || len(after) == 0:
		return usageError{errors.New("the questions are missing; name their headers: --items p1-p10, or --pre-items and --post-items")}
	case len(before) != len(after):
		return usageError{fmt.Errorf("there are %d questions before and %d after; they must be the same questions, in the same order", len(before), len(after))}
	case s.together(args) && strings.Join(before, "\x00") == strings.Join(after, "\x00"):
		return usageError{errors.New("both waves are read from the same columns of one file; tell them apart by --wave, by --pre-items and --post-items, or by --pre-sheet and --post-sheet")}
	}
	return nil
}

// together tells that a row holds both waves.
func (s *surveyColumns) together(args []string) bool {
	return (len(args) == 1 || args[0] == args[1]) && s.wave == "" && s.preSheet == s.postSheet
}

func (s *surveyColumns) one(items []string, sheet string) map[string]any {
	columns := map[string][]string{"code": {s.id}}
	for field, header := range map[string]string{"sex": s.sex, "date": s.date, "wave": s.wave} {
		if header != "" {
			columns[field] = []string{header}
		}
	}
	wave := map[string]any{"profile": "generic-answers", "columns": columns, "items": items, "ignore": []string{"*"}}
	if sheet != "" {
		wave["sheet"] = sheet
	}
	if len(s.dates) > 0 {
		wave["dates"] = s.dates
	}
	if s.encoding != "" {
		wave["encoding"] = s.encoding
	}
	return wave
}

// maxItems is the most questions that a run of headers may stand for.
const maxItems = 500

// expandItems makes a run such as p1-p10 or p1_pre-p10_pre its headers. A header that is no such run
// stands as it is, with the dash that it may hold.
func expandItems(texts []string) ([]string, error) {
	var items []string
	for _, text := range texts {
		run, err := expandRun(strings.TrimSpace(text))
		if err != nil {
			return nil, err
		}
		items = append(items, run...)
	}
	return items, nil
}

func expandRun(text string) ([]string, error) {
	for i := range len(text) {
		if text[i] != '-' {
			continue
		}
		first, last := strings.TrimSpace(text[:i]), strings.TrimSpace(text[i+1:])
		if run, is := runOf(first, last); is {
			if len(run) == 0 || len(run) > maxItems {
				return nil, usageError{fmt.Errorf("the questions %s run from %s to %s; want a run that rises, of at most %d", text, first, last, maxItems)}
			}
			return run, nil
		}
	}
	return []string{text}, nil
}

// runOf are the headers from one to another that differs by its last differing number alone; nil of a run
// that falls or is too long.
func runOf(first, last string) (run []string, is bool) {
	for at := len(first) - 1; at >= 0; at-- {
		if first[at] < '0' || first[at] > '9' {
			continue
		}
		end := at + 1
		for at > 0 && first[at-1] >= '0' && first[at-1] <= '9' {
			at--
		}
		prefix, suffix := first[:at], first[end:]
		middle, ok := strings.CutPrefix(last, prefix)
		if middle, ok2 := strings.CutSuffix(middle, suffix); ok && ok2 {
			if run, is := headersFrom(prefix, first[at:end], middle, suffix); is {
				return run, true
			}
		}
	}
	return nil, false
}

// headersFrom are the headers of a run; leading zeros of the first are kept: p01-p10.
func headersFrom(prefix, from, to, suffix string) (run []string, is bool) {
	a, err1 := strconv.Atoi(from)
	b, err2 := strconv.Atoi(to)
	if err1 != nil || err2 != nil || to[0] == '+' || to[0] == '-' {
		return nil, false
	}
	for n := a; n <= b && len(run) <= maxItems; n++ {
		run = append(run, fmt.Sprintf("%s%0*d%s", prefix, len(from), n, suffix))
	}
	return run, true
}

// dirOf is the folder of a file with a slash behind it; empty for standard input and for the folder here.
func dirOf(file string) string {
	if file == files.StandardInput {
		return ""
	}
	dir, _ := filepath.Split(file)
	return dir
}

// relativeTo names a file relative to a folder, where that can be done.
func relativeTo(dir, file string) string {
	if file == files.StandardInput {
		return file
	}
	if dir == "" {
		dir = "."
	}
	if rel, err := filepath.Rel(dir, file); err == nil {
		return filepath.ToSlash(rel)
	}
	absolute, err1 := filepath.Abs(dir)
	there, err2 := filepath.Abs(file)
	rel, err3 := filepath.Rel(absolute, there)
	if errors.Join(err1, err2, err3) == nil {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(file)
}
