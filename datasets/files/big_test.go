package files

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// big skips what takes gigabytes and tens of seconds.
func big(t *testing.T) {
	t.Helper()
	if os.Getenv("EFSEVAL_BIG") == "" {
		t.Skip("writes gigabytes; set EFSEVAL_BIG=1 to run it")
	}
}

// generate runs gen_big.py of the reference folder and returns the file and what it says of it.
func generate(t *testing.T, kind, name, size string) (path string, said map[string]float64) {
	t.Helper()
	path = filepath.Join(t.TempDir(), name)
	out, err := exec.Command("python3", filepath.Join(reference(t), "gen_big.py"), kind, path, size).Output()
	if err != nil {
		t.Skip("gen_big.py does not run here:", err)
	}
	var fields map[string]any
	if err := json.Unmarshal(out, &fields); err != nil {
		t.Fatal(err)
	}
	said = map[string]float64{}
	for name, value := range fields {
		if x, ok := value.(float64); ok {
			said[name] = x
		}
	}
	return path, said
}

// The generated entries of the manifest that must be refused: by a named limit, with the place, and
// without holding what they hold.
func TestGeneratedGiants(t *testing.T) {
	big(t)
	for _, c := range []struct{ kind, name, size, want string }{
		{"field", "big_field.csv", "1073741824", "big_field.csv:2: a line is longer than"},
		{"unclosed", "unclosed.csv", "1073741824", "unclosed.csv:2: a line is longer than"},
		{"noline", "noline.csv", "1073741824", "noline.csv:1: a line is longer than"},
		{"xlsxbomb", "zip_bomb.xlsx", "4096", "zip_bomb.xlsx:dane!*: the workbook unpacks to more than is safe"},
		{"sstbomb", "sst_bomb.xlsx", "4096", "sst_bomb.xlsx: the workbook unpacks to more than is safe"},
	} {
		path, _ := generate(t, c.kind, c.name, c.size)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := drain(Open(path, datasets.Everything()))
		runtime.ReadMemStats(&after)
		var u *datasets.Unreadable
		if !errors.As(err, &u) || u.Next == "" || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v; want %s", c.kind, err, c.want)
		}
		if mb := (after.Sys - before.Sys) >> 20; after.Sys > before.Sys && mb > 512 {
			t.Errorf("%s: %d MB", c.kind, mb)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
}

// The generated five million answers have the exact sums that the generator says.
func TestGeneratedRows(t *testing.T) {
	big(t)
	path, want := generate(t, "rows", "rows_5M.csv", "5000000")
	s, err := Open(path, datasets.Everything())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for b, err := range s.Batches() {
		if err != nil {
			t.Fatal(err)
		}
		for row := range b.Rows() {
			pre, post := digit(b, "c3", row), digit(b, "c4", row)
			got["rows"]++
			got["sum_pre"] += float64(pre)
			got["sum_post"] += float64(post)
			got["sum_sq_diff"] += float64((post - pre) * (post - pre))
			if string(b.ColumnOf("c2").Text(row)) == "K" {
				got["women"]++
			}
		}
	}
	for name, value := range got {
		if value != want[name] {
			t.Errorf("%s is %v, want %v", name, value, want[name])
		}
	}
	if err := s.Close(); err != nil || len(got) != 5 {
		t.Error(err, got)
	}
}

// digit is an answer of one digit.
func digit(b *datasets.Batch, column string, row int) int {
	return int(b.ColumnOf(column).Text(row)[0] - '0')
}

// repetitive writes an export whose rows differ only in a running number: what packs best of all
// that is no bomb.
func repetitive(t *testing.T, path string, rows int) (ratio int64) {
	t.Helper()
	var packed, text bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(&text, "id;sex;gmina")
	total := int64(0)
	for i := range rows {
		fmt.Fprintf(&text, "SYN-%09d;woman;%s\n", i, strings.Repeat("Dąbrowa Górnicza, Łazy i Strzemieszyce ", 40))
		if text.Len() > 1<<20 || i == rows-1 {
			total += int64(text.Len())
			if _, err := text.WriteTo(w); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := errors.Join(w.Close(), os.WriteFile(path, packed.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	return total / int64(packed.Len())
}

// An export that packs better than most, and is larger than what is free of the limit, is read.
func TestPackedNearTheLimit(t *testing.T) {
	big(t)
	path := filepath.Join(t.TempDir(), "national.csv.gz")
	const rows = 400_000
	ratio := repetitive(t, path, rows)
	found, err := drain(Open(path, profile(t, "generic")))
	if err != nil || found.Rows != rows || ratio < 200 {
		t.Errorf("packed %d times: %d rows, %v", ratio, found.Rows, err)
	}
	t.Logf("packed %d times", ratio)
}

// The limit itself, at its edge: what is free, and the ratio on top of it.
func TestRatioIsOnTopOfWhatIsFree(t *testing.T) {
	text := []byte("id;sex\n" + strings.Repeat("SYN-1;woman\n", 100_000))
	packed := pack(t, text)
	edge := int64(len(text)) - 100*int64(len(packed))
	for _, c := range []struct {
		free int64
		ok   bool
	}{{edge, true}, {edge - int64(len(text))/10, false}} {
		_, err := drain(openStream(bytes.NewReader(packed), "a.csv.gz", profile(t, "generic"), limits{total: 1 << 30, ratio: 100, free: c.free}))
		if (err == nil) != c.ok || err != nil && !errors.Is(err, errBomb) {
			t.Errorf("free %d: %v", c.free, err)
		}
	}
}
