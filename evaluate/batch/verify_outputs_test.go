package batch

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
)

// A mutation changes one digit, pixel or byte of an output; the difference must be told with its place and, where
// it is of a figure, with that.
type mutation struct {
	what, file string
	change     func(t *testing.T, r *report.Report, text []byte) []byte
	figure     string // empty: none; *: any
	place      string // a pattern
	stands     string // contained in what stands there; empty: not asked for
}

// replace changes the first place of a text.
func replace(from, to string) func(*testing.T, *report.Report, []byte) []byte {
	return func(t *testing.T, _ *report.Report, text []byte) []byte {
		t.Helper()
		if !bytes.Contains(text, []byte(from)) {
			t.Fatalf("the output does not hold %q", from)
		}
		return bytes.Replace(text, []byte(from), []byte(to), 1)
	}
}

func mutations() []mutation {
	return []mutation{
		{"value", "results.json", replace(`"unit":"persons","value":60`, `"unit":"persons","value":61`), "participants/total", `^line \d+$`, "61"},
		{"display", "results.json", replace(`"display":{"pl":"37"`, `"display":{"pl":"38"`), "participants/women", `^line \d+$`, "38"},
		{"check", "results.json", replace(`"held":true`, `"held":false`), "", `^line \d+$`, "false"},
		{"value", "figures.csv", replace("participants/women,37,", "participants/women,36,"), "participants/women", `line \d+, column value`, "36"},
		{"bound", "figures.csv", replace("15661.957", "15662.957"), "cost/per-participant", `column value`, "15662.957"},
		{"method", "figures.csv", replace("at most as probable", "at m0st as probable"), "target/participants/women-share/p-binomial", `column method`, "at m0st"},
		{"value", "figures.parquet", otherParquet, "participants/women", `row \d+, column value`, "38"},
		{"byte", "figures.parquet", flip(2000), "*", "", ""},
		{"figures", "tables.xlsx", cellOf("participants/women", "37", "38"), "participants/women", `figures![A-Z]+\d+`, "38"},
		{"table", "tables.xlsx", inMember(`worksheets/sheet5\.xml`, `<v>60</v>`, `<v>61</v>`), "participants/total", `^targets![A-Z]+\d+`, "61"},
		{"words", "tables.xlsx", inMember(`worksheets/sheet1\.xml`, `RPO WSL 2014-2020`, `RPO WSL 2014-2021`), "", `^cover!B\d+$`, "2021"},
		{"style", "tables.xlsx", inMember(`xl/styles\.xml`, `sz val="1`, `sz val="2`), "", `xl/styles.xml, line \d+`, ""},
		{"text", "report.pl.html", inData("participants/women", `>37<`, `>38<`), "participants/women", `line \d+`, "38"},
		{"value", "report.en.html", inData("participants/women", `value="37"`, `value="38"`), "participants/women", `line \d+`, "38"},
		{"detail", "report.en.html", replace("37\u00a0of\u00a060", "37\u00a0of\u00a061"), "participants/women-share", `line \d+`, "61"},
		{"note", "report.pl.html", replace(`<span>[1]</span> `, `<span>[1]</span> 5`), "", `line \d+`, "5"},
		{"prose", "report.en.html", replace("in full precision are", "in fu11 precision are"), "", `line \d+`, "fu11"},
		{"heading", "report.en.html", replace("</h2>", "</h3>"), "", `line \d+`, "</h3>"},
		{"drawing", "report.en.html", replace(`<path d="M`, `<path d="M9`), "", `line \d+`, "M9"},
		{"download", "report.pl.html", inDownload("37", "38"), "participants/women", `^katowice-pal-targets.pl.csv, line 3`, "38"},
		{"cell", "report.pl.md", replace("| 37", "| 38"), "participants/women", `line \d+, cell \d`, "38"},
		{"glance", "report.pl.md", replace("kobiety 37", "kobiety 38"), "participants/women", `line \d+, cell \d`, "38"},
		{"prose", "report.pl.md", replace("## 1. ", "## 7. "), "", `line \d+`, "7. "},
		{"words", "problems.csv", replace("severity", "sever1ty"), "", `line 1, column`, "sever1ty"},
		{"number", "charts/targets.pl.svg", replace(" 37;", " 38;"), "", `line 3`, " 38;"},
		{"pixel", "charts/targets.en.png", pixel, "", `^row of pixels 10$`, "10-10 010203ff"},
		{"byte", "charts/targets.en.png", flip(3000), "", `^byte 3001$`, ""},
		{"hash of an output", "manifest.json", inHash("outputs"), "", `^line \d+$`, ""},
		{"hash of an input", "manifest.json", inHash("inputs"), "", `^line \d+$`, ""},
		{"rows", "manifest.json", replace(`"rows_read": `, `"rows_read": 1`), "", `^line \d+$`, ""},
		{"rules", "manifest.json", replace(`"rule_set_version": `, `"rule_set_version": 1`), "", `^line \d+$`, ""},
		{"white space", "manifest.json", replace("\n  ", "\n   "), "", `^line \d+$`, ""},
	}
}

// Each change of one digit, pixel or byte of an output is found, in that output alone and the manifest at
// most, and named.
func TestEveryMutationOfAnOutputIsNamed(t *testing.T) {
	r := example(t, "katowice-pal")
	folder, err := Write(r, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	again := keptOutputs(t, r)
	for _, m := range mutations() {
		t.Run(m.file+" "+m.what, func(t *testing.T) {
			path := filepath.Join(folder, filepath.FromSlash(m.file))
			was, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			defer func() {
				if err := os.WriteFile(path, was, 0o600); err != nil {
					t.Fatal(err)
				}
			}()
			changed := m.change(t, r, was)
			if bytes.Equal(changed, was) {
				t.Fatal("nothing was changed")
			}
			if err := os.WriteFile(path, changed, 0o600); err != nil {
				t.Fatal(err)
			}
			v, err := audit.Verify(folder, r, again)
			if err != nil {
				t.Fatal(err)
			}
			m.isNamed(t, v)
		})
	}
}

// keptOutputs are the outputs of a report, written once.
func keptOutputs(t *testing.T, r *report.Report) (all []audit.Rewritten) {
	t.Helper()
	for _, o := range outputs(r) {
		var text bytes.Buffer
		if err := o.write(&text); err != nil {
			t.Fatal(err)
		}
		all = append(all, audit.Rewritten{Name: o.name, Write: func(w io.Writer) error { _, err := w.Write(text.Bytes()); return err }})
	}
	return all
}

func (m mutation) isNamed(t *testing.T, v *audit.Verification) {
	t.Helper()
	for _, o := range v.Outputs {
		if (o.Answer == audit.IsDifferent) != (o.Name == m.file) {
			t.Errorf("%s: %s", o.Name, o.Answer)
		}
	}
	if differing := v.Figures.Differing; m.figure != "*" && (differing == 1) != (m.figure != "") {
		t.Errorf("%d figures differ", differing)
	}
	place := regexp.MustCompile(m.place)
	for _, d := range verdictOf(v.Outputs, m.file).Differences {
		if (d.Figure == m.figure || m.figure == "*") && place.MatchString(d.Place) && (m.stands == "" || d.Stands != nil && strings.Contains(*d.Stands, m.stands)) {
			return
		}
	}
	t.Errorf("the change is not named: want figure %q at %s\n%s", m.figure, m.place, toldOf(t, v))
}
