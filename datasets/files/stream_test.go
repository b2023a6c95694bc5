package files

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"github.com/efseval/efseval/datasets"
)

func pack(t testing.TB, text []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// threeFormats are the same two made-up people in a folder.
func threeFormats(t *testing.T) (dir string, names []string) {
	t.Helper()
	dir = t.TempDir()
	people := []person{{ID: "SYN-1", Sex: "woman", Town: "Dąbrowa"}, {ID: "SYN-2", Sex: "man"}}
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := errors.Join(writeCSV(at("a.csv"), people), writeXLSX(at("a.xlsx"), people), parquet.WriteFile(at("a.parquet"), people)); err != nil {
		t.Fatal(err)
	}
	return dir, []string{"a.csv", "a.xlsx", "a.parquet"}
}

// drain reads a source to its end and closes it.
func drain(s datasets.Source, err error) (datasets.Conclusions, error) {
	if err != nil {
		return datasets.Conclusions{}, err
	}
	for _, err := range s.Batches() {
		if err != nil {
			return s.Conclusions(), errors.Join(err, s.Close())
		}
	}
	return s.Conclusions(), s.Close()
}

// A packed file of any format is read as if it were not, and nothing stays behind.
func TestPackedFiles(t *testing.T) {
	dir, names := threeFormats(t)
	t.Setenv("TMPDIR", t.TempDir())
	for _, name := range names {
		path := filepath.Join(dir, name+".gz")
		if err := os.WriteFile(path, pack(t, bytesOf(t, filepath.Join(dir, name))), 0o600); err != nil {
			t.Fatal(err)
		}
		found, err := drain(Open(path, profile(t, "generic")))
		if err != nil || found.Rows != 2 || found.Packed != "gzip" || "."+found.Format != filepath.Ext(name) || found.File != name+".gz" {
			t.Errorf("%s.gz: %+v, %v", name, found, err)
		}
	}
	nothingLeft(t)
}

func nothingLeft(t *testing.T) {
	t.Helper()
	left, err := os.ReadDir(os.Getenv("TMPDIR"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// What is spooled has no name while it is read, so that a program that is killed leaves nobody's data behind.
func TestWhatIsSpooledHasNoName(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a file that is open keeps its name here, until it is closed")
	}
	dir, names := threeFormats(t)
	t.Setenv("TMPDIR", t.TempDir())
	for _, name := range names {
		text := bytesOf(t, filepath.Join(dir, name))
		seen := &looking{Reader: bytes.NewReader(text), t: t}
		source, err := OpenStream(seen, StandardInput, profile(t, "generic"))
		if err != nil {
			t.Fatal(err)
		}
		nothingLeft(t)
		if _, err := drain(source, nil); err != nil {
			t.Error(err)
		}
	}
	nothingLeft(t)
}

// looking looks for spooled files whenever it is read.
type looking struct {
	io.Reader
	t *testing.T
}

func (l *looking) Read(p []byte) (int, error) {
	nothingLeft(l.t)
	return l.Reader.Read(p[:min(len(p), 64)])
}

// once can be read and nothing else, as standard input.
type once struct{ io.Reader }

func TestStreams(t *testing.T) {
	dir, names := threeFormats(t)
	t.Setenv("TMPDIR", t.TempDir())
	for _, name := range names {
		text := bytesOf(t, filepath.Join(dir, name))
		for _, form := range [][]byte{text, pack(t, text)} {
			found, err := drain(OpenStream(once{bytes.NewReader(form)}, StandardInput, profile(t, "generic")))
			if err != nil || found.Rows != 2 || "."+found.Format != filepath.Ext(name) || found.File != "-" {
				t.Errorf("%s: %+v, %v", name, found, err)
			}
		}
	}
	_, err := drain(OpenStream(strings.NewReader("id;wiek\n1;2\n"), StandardInput, profile(t, "generic")))
	if err == nil || !strings.HasPrefix(err.Error(), "-:1: no column for sex") {
		t.Errorf("error %v", err)
	}
	nothingLeft(t)
}

// The process's own standard input is what "-" opens.
func TestStandardInput(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	before := os.Stdin
	os.Stdin = r
	defer func() { os.Stdin = before }()
	if _, err := w.WriteString("id;sex\nSYN-1;woman\n"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if found, err := drain(Open("-", profile(t, "generic"))); err != nil || found.Rows != 1 {
		t.Errorf("%+v, %v", found, err)
	}
	if _, err := drain(Open("-", profile(t, "generic"))); err == nil || !strings.Contains(err.Error(), "it can be read once") {
		t.Errorf("a second time: %v", err)
	}
}

// What is wrong with a packed file is told in words, with a next step, and never read in part.
func TestPackedFaults(t *testing.T) {
	people := []byte("id;sex\n" + strings.Repeat("SYN-1;woman\nSYN-2;man\n", 5000))
	whole := pack(t, people)
	damaged := bytes.Clone(whole)
	damaged[len(damaged)-6] ^= 0xFF // the checksum
	small := limits{total: 50_000, ratio: 1 << 20, free: 0}
	tight := limits{total: 1 << 30, ratio: 20, free: 1000}
	wide := limits{total: 1 << 30, ratio: 1 << 20, free: 0}
	for _, c := range []struct {
		name, want string
		packed     []byte
		limits     limits
	}{
		{"cut", "the packed file is cut off; fetch or pack it again", whole[:len(whole)/2], wide},
		{"cut in the checksum", "the packed file is cut off; fetch or pack it again", whole[:len(whole)-3], wide},
		{"cut in the head", "the packed file is cut off; fetch or pack it again", whole[:5], wide},
		{"damaged", "the packed file is damaged", damaged, wide},
		{"large", "the file holds more than", whole, small},
		{"bomb", "unpacks to more than", whole, tight},
		{"empty", "the file is empty", pack(t, nil), wide},
	} {
		_, err := drain(openStream(bytes.NewReader(c.packed), "people.csv.gz", profile(t, "generic"), c.limits))
		var u *datasets.Unreadable
		if !errors.As(err, &u) || !strings.Contains(err.Error(), c.want) || u.Next == "" || !strings.HasPrefix(err.Error(), "people.csv.gz:") ||
			strings.Count(err.Error(), "people.csv.gz") != 1 {
			t.Errorf("%s: %v; want %q", c.name, err, c.want)
		}
	}
}

// A workbook on a stream is held to the size as well, and its copy goes when it fails.
func TestSpoolIsBounded(t *testing.T) {
	dir, _ := threeFormats(t)
	t.Setenv("TMPDIR", t.TempDir())
	_, err := openStream(bytes.NewReader(bytesOf(t, filepath.Join(dir, "a.xlsx"))), "-", profile(t, "generic"), limits{total: 1000})
	if !errors.Is(err, errTooLarge) {
		t.Errorf("error %v", err)
	}
	nothingLeft(t)
}
