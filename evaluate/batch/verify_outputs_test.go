package batch

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
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
	t.Errorf("the change is not named: want figure %q at %s\n%s", m.figure, m.place, told(t, v))
}

func flip(at int) func(*testing.T, *report.Report, []byte) []byte {
	return func(_ *testing.T, _ *report.Report, text []byte) []byte {
		out := bytes.Clone(text)
		out[at] ^= 1
		return out
	}
}

// otherParquet writes the file with another value of one figure.
func otherParquet(t *testing.T, r *report.Report, _ []byte) []byte {
	t.Helper()
	other := &report.Report{Project: r.Project, Figures: &evaluate.Figures{}}
	for _, f := range r.Figures.All() {
		if f.ID == "participants/women" {
			f.Value = evaluate.Count(38)
		}
		if err := other.Figures.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := report.WriteFiguresParquet(&out, other); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// inMember changes a file within a workbook.
func inMember(name, from, to string) func(*testing.T, *report.Report, []byte) []byte {
	return rezipped(name, func(t *testing.T, text string) string {
		if !strings.Contains(text, from) {
			t.Fatalf("%s does not hold %q", name, from)
		}
		return strings.Replace(text, from, to, 1)
	})
}

// cellOf changes the first number of the row of a figure in the sheet of all figures.
func cellOf(id, from, to string) func(*testing.T, *report.Report, []byte) []byte {
	return rezipped(`worksheets/sheet\d+\.xml`, func(t *testing.T, text string) string {
		at := strings.Index(text, ">"+id+"<")
		if at < 0 || !strings.Contains(text, ">label_pl<") {
			return text
		}
		return text[:at] + strings.Replace(text[at:], "<v>"+from+"</v>", "<v>"+to+"</v>", 1)
	})
}

func rezipped(name string, edit func(*testing.T, string) string) func(*testing.T, *report.Report, []byte) []byte {
	member := regexp.MustCompile(name)
	return func(t *testing.T, _ *report.Report, text []byte) []byte {
		t.Helper()
		in, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
		if err != nil {
			t.Fatal(err)
		}
		var packed bytes.Buffer
		out := zip.NewWriter(&packed)
		for _, f := range in.File {
			from, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(from)
			if err != nil {
				t.Fatal(err)
			}
			if member.MatchString(f.Name) {
				body = []byte(edit(t, string(body)))
			}
			to, err := out.Create(f.Name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := to.Write(body); err != nil {
				t.Fatal(err)
			}
		}
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
		return packed.Bytes()
	}
}

// inData changes one thing of the data element of a figure.
func inData(id, from, to string) func(*testing.T, *report.Report, []byte) []byte {
	return func(t *testing.T, _ *report.Report, text []byte) []byte {
		t.Helper()
		at := bytes.Index(text, []byte(`data-figure="`+id+`"`))
		end := at + bytes.Index(text[at:], []byte("</data>"))
		element := string(text[at:end])
		element += "<"
		if at < 0 || !strings.Contains(element, from) {
			t.Fatalf("no %s in %s", from, element)
		}
		element = strings.TrimSuffix(strings.Replace(element, from, to, 1), "<")
		return []byte(string(text[:at]) + element + string(text[end:]))
	}
}

// inDownload changes a cell of the first table to download that has it.
func inDownload(from, to string) func(*testing.T, *report.Report, []byte) []byte {
	packed := regexp.MustCompile(`base64,([A-Za-z0-9+/=]+)`)
	return func(t *testing.T, _ *report.Report, text []byte) []byte {
		t.Helper()
		for _, at := range packed.FindAllSubmatchIndex(text, -1) {
			table, err := base64.StdEncoding.DecodeString(string(text[at[2]:at[3]]))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(table, []byte(";"+from+";")) {
				continue
			}
			table = bytes.Replace(table, []byte(";"+from+";"), []byte(";"+to+";"), 1)
			return []byte(string(text[:at[2]]) + base64.StdEncoding.EncodeToString(table) + string(text[at[3]:]))
		}
		t.Fatalf("no table to download holds %s", from)
		return nil
	}
}

func pixel(t *testing.T, _ *report.Report, text []byte) []byte {
	t.Helper()
	in, err := png.Decode(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	picture := image.NewNRGBA(in.Bounds())
	for y := range in.Bounds().Dy() {
		for x := range in.Bounds().Dx() {
			picture.Set(x, y, in.At(x, y))
		}
	}
	picture.Set(10, 10, color.NRGBA{1, 2, 3, 255})
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// inHash changes a digit of the first hash of a list of the manifest.
func inHash(list string) func(*testing.T, *report.Report, []byte) []byte {
	return func(t *testing.T, _ *report.Report, text []byte) []byte {
		t.Helper()
		at := bytes.LastIndex(text, []byte(`"`+list+`": [`))
		at += bytes.Index(text[at:], []byte(`"sha256": "`)) + len(`"sha256": "`)
		out := bytes.Clone(text)
		out[at] = "123456789abcdef0"[strings.IndexByte("0123456789abcdef", out[at])]
		return out
	}
}
