package batch

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// byHand are project files as people write them: behind a right beginning of four lines, or with one of their own.
const rightBeginning = "id: p\ntitle: {pl: a, en: b}\nrules: esf-2014-2020\nparticipants: {file: made-up.csv, profile: sm-efs}\n"

// What is wrong in a project file is told at its place, in words of both languages, with a caret under it; nothing is
// passed over.
func TestProjectFilesWrittenByHand(t *testing.T) {
	for text, want := range map[string][3]string{ // where it is, in English, in Polish
		rightBeginning + "targts: {participants: {women: 1}}":                    {"5:1", `unknown key "targts"; did you mean "targets"?`, "nieznany klucz"},
		rightBeginning + "targets: {participants: {womn: 1}}":                    {"5:26", `did you mean "women"?`, "czy chodziło o"},
		rightBeginning + "targets: {participants: 5}":                            {"5:25", "wants keys with values here, not a whole number", "powinna tu stać"},
		rightBeginning + "targets: {participants: {women: 3, men: 4, total: 9}}": {"5:51", "is 9, but women and men add up to 7", "9"},
		rightBeginning + "targets: {participants: {women: many}}":                {"5:33", "wants a number here, not text", "liczba"},
		rightBeginning + "targets: {participants: {women: 37, 5: 3}}":            {"5:37", `unknown key "5"`, "nieznany klucz"},
		rightBeginning + "cost: {total: 12,5, source: x}":                        {"5:18", `unknown key "5"`, "nieznany klucz"},
		rightBeginning + "rules: esf-2014-2020":                                  {"5:1", `the key "rules" stands here a second time; the first is in line 3`, "drugi raz"},
		rightBeginning + "programme: nope":                                       {"5:12", "wants keys with values here, not text", "powinna tu stać"},
		rightBeginning + "period: {from: 2023-13-01, to: 2024-01-01}":            {"5:16", "is not a date of the calendar", "nie ma w kalendarzu"},
		rightBeginning + "period: {from: 01.02.2023, to: 2024-01-01}":            {"5:16", "write yyyy-MM-dd", "zapisz yyyy-MM-dd"},
		rightBeginning + "period: {from: 2024-01-01, to: 2023-01-01}":            {"5:32", "lies before the beginning", "wcześniejsze niż"},
		rightBeginning + "splits: [age_bnd]":                                     {"5:10", `did you mean "age_band"?`, "czy chodziło o"},
		rightBeginning + "---\nid: q":                                            {"6:3", "a second document begins before this", "drugi dokument"},
		strings.Replace(rightBeginning, "title: {", "title:\n\tpl: a\nx: {", 1):  {"3:1", "a tab stands here", "tabulator"},
		strings.Replace(rightBeginning, "esf-2014-2020", "esf-2041-2020", 1):     {"3:8", `did you mean "esf-2014-2020"?`, "czy chodziło o"},
		strings.Replace(rightBeginning, "{pl: a, en: b}", "a", 1):                {"2:8", "wants keys with values here, not text", "powinna tu stać"},
		strings.Replace(rightBeginning, "pl: a", "pl: Spo\xb3", 1):               {"2:16", "is not in UTF-8", "nie jest w UTF-8"},
		"\ufeff" + strings.Replace(rightBeginning, "id: p", "id: P 1", 1):        {"1:5", "want lower-case letters", "małych liter"},
		"- a\n- b\n":                     {"1:1", "wants keys with values here, not a list", "lista"},
		"":                               {"", "the file is empty; efseval init writes a project", "plik jest pusty"},
		" \n\n":                          {"", "the file is empty", "plik jest pusty"},
		"# id: p\n\n  # title: x\n---\n": {"", "the file has no key, only comments; efseval init", "tylko komentarze; projekt pisze"},
		rightBeginning + "surveys:\n  - <<: &a {file: x}\n    name: m": {"6:13", `unknown key "file" here; it belongs to another part of the file`, "należy do innej części"},
	} {
		_, err := Parse([]byte(text), "project.yaml")
		f, is := errors.AsType[*Fault](err)
		place := ""
		if is && f.Line > 0 {
			place = fmt.Sprintf("%d:%d", f.Line, f.Column)
		}
		switch {
		case !is:
			t.Errorf("%q: %v", text, err)
		case place != want[0] || !strings.Contains(f.In(evaluate.EN), want[1]) || !strings.Contains(f.In(evaluate.PL), want[2]):
			t.Errorf("%q: want %q at\n%s\n%s", text, want, f.In(evaluate.EN), f.In(evaluate.PL))
		case place != "" && !strings.Contains(f.Source, "^"):
			t.Errorf("%q: no caret:\n%s", text, f.Source)
		}
	}
}

// A byte order mark at the beginning, as editors of Windows write it, is nobody's key; the sum of the file is that of
// all its bytes.
func TestAProjectFileMayBeginWithAMark(t *testing.T) {
	p, err := Parse([]byte("\ufeff"+rightBeginning), "project.yaml")
	if err != nil || p.ID != "p" || string(p.raw) != "\ufeff"+rightBeginning || string(p.text) != rightBeginning {
		t.Errorf("%v, %+v", err, p)
	}
}
