package batch

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

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
