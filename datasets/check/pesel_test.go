package check

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/datasets"
)

// The table of domain 4.9: five numbers published as examples and eight made up there.
func TestPESELsOfThePublishedTable(t *testing.T) {
	for _, c := range []struct {
		number, birth, sex string
		err                error
	}{
		{"44051401359", "1944-05-14", "M", nil},
		{"49040501580", "1949-04-05", "K", nil},
		{"75031234564", "1975-03-12", "K", nil},
		{"02070803628", "1902-07-08", "K", nil},
		{"02271409862", "2002-07-14", "K", ErrChecksum},
		{"99923100014", "1899-12-31", "M", nil},
		{"00010100022", "1900-01-01", "K", nil},
		{"99123144412", "1999-12-31", "M", nil},
		{"00210155509", "2000-01-01", "K", nil},
		{"04222900076", "2004-02-29", "M", nil},
		{"21300112341", "2021-10-01", "K", nil},
		{"00410100093", "2100-01-01", "M", nil},
		{"99723100087", "2299-12-31", "K", nil},
	} {
		p, err := ParsePESEL([]byte(c.number))
		if !errors.Is(err, c.err) || datasets.FormatDay(p.Birth) != c.birth || sexOf(p) != c.sex {
			t.Errorf("%s: %s %s %v, want %s %s %v", c.number, datasets.FormatDay(p.Birth), sexOf(p), err, c.birth, c.sex, c.err)
		}
	}
}

func sexOf(p PESEL) string {
	if p.Woman {
		return "K"
	}
	return "M"
}

// reference is a folder of reference data: EFSEVAL_REFERENCE, or upwards from here.
func reference(t *testing.T, name string) string {
	t.Helper()
	if at := os.Getenv("EFSEVAL_REFERENCE"); at != "" {
		return filepath.Join(at, name)
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		for _, at := range []string{filepath.Join(dir, "shared"), filepath.Join(filepath.Dir(dir), "shared")} {
			path := filepath.Join(at, "reference", name)
			if _, err := os.Stat(path); err == nil {
				return path
			}
		}
	}
	t.Skip("shared/reference is not beside this checkout; set EFSEVAL_REFERENCE")
	return ""
}

func records(t *testing.T, path string) [][]string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%s: %d rows, %v", path, len(rows), err)
	}
	return rows[1:]
}

// Every number of the reference list, and its totals: 84 valid, 44 invalid, one with outer
// spaces, which the reader takes off before it comes here.
func TestReferencePESELs(t *testing.T) {
	dir := reference(t, "10_pesel")
	var want struct{ Rows, Valid, Invalid, Women, Men int }
	text, err := os.ReadFile(filepath.Join(dir, "pesel.expected.json"))
	if err == nil {
		err = json.Unmarshal(text, &want)
	}
	if err != nil {
		t.Fatal(err)
	}
	got := want
	got.Rows, got.Valid, got.Invalid, got.Women, got.Men = 0, 0, 0, 0, 0
	for _, r := range records(t, filepath.Join(dir, "pesel.csv")) {
		got.Rows++
		p, err := ParsePESEL([]byte(r[0]))
		switch {
		case r[1] == "valid" && err == nil && datasets.FormatDay(p.Birth) == r[2] && sexOf(p) == r[3]:
			got.Valid++
			if p.Woman {
				got.Women++
			} else {
				got.Men++
			}
		case r[1] == "invalid" && (errors.Is(err, wanted(r)) || r[4] == "checksum" && errors.Is(err, ErrDate)):
			// a digit changed to break the checksum can break the date as well, which is told first
			got.Invalid++
		case r[1] == "invalid_or_trimmed":
			if p, err := ParsePESEL(bytes.TrimSpace([]byte(r[0]))); err != nil || datasets.FormatDay(p.Birth) != "1821-05-10" {
				t.Errorf("%q trimmed: %v", r[0], err)
			}
		default:
			t.Errorf("%q (%s): %s %s, %v", r[0], r[4], datasets.FormatDay(p.Birth), sexOf(p), err)
		}
	}
	if got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// wanted is the error that the note of a reference row asks for.
func wanted(r []string) error {
	switch {
	case strings.Contains(r[4], "date"), strings.Contains(r[4], "all "):
		return ErrDate
	case strings.Contains(r[4], "checksum"):
		return ErrChecksum
	}
	return ErrForm
}

func TestReferenceNIPAndREGON(t *testing.T) {
	seen := map[string]int{}
	for _, r := range records(t, filepath.Join(reference(t, "10_pesel"), "nip_regon.csv")) {
		check := CheckREGON
		if r[1] == "nip" {
			check = CheckNIP
		}
		err := check([]byte(r[0]))
		if (r[2] == "valid") != (err == nil) || r[2] != "valid" && !errors.Is(err, ErrChecksum) {
			t.Errorf("%s %s: %v, want %s", r[1], r[0], err, r[2])
		}
		seen[r[1]+" "+r[2]]++
	}
	for _, kind := range []string{"nip", "regon9", "regon14"} {
		if seen[kind+" valid"] != 14 || seen[kind+" invalid"] != 14 {
			t.Errorf("%s: %v", kind, seen)
		}
	}
}

func TestNIPAndREGONOfOtherFormsAreRefused(t *testing.T) {
	for _, text := range []string{"", "999718214", "99971821470", "999-718-21-47", "٩٩٩٧١٨٢١٤٧", "00082528", "0008252841"} {
		if err := CheckNIP([]byte(text)); len(text) != 10 && !errors.Is(err, ErrForm) {
			t.Errorf("NIP %q: %v", text, err)
		}
		if err := CheckREGON([]byte(text)); len(text) != 9 && !errors.Is(err, ErrForm) {
			t.Errorf("REGON %q: %v", text, err)
		}
	}
}

// written is the PESEL of a day, serial number and sex: the inverse of ParsePESEL. Days of the
// 19th and 23rd century only, so that nobody living can hold it.
func written(day int32, serial int, woman bool) string {
	y, m, d := datasets.CalendarDay(day)
	offset := map[int]int{18: 80, 19: 0, 20: 20, 21: 40, 22: 60}[y/100]
	x := serial%10 | 1
	if woman {
		x = serial % 10 &^ 1
	}
	text := fmt.Sprintf("%02d%02d%02d%03d%d", y%100, m+offset, d, serial/10%1000, x)
	var ds [10]int
	digits([]byte(text), ds[:])
	// the other form of the checksum in domain 4.9: weights 9,7,3,1,..., Q = sum mod 10
	return fmt.Sprintf("%s%d", text, weighted(ds[:], []int{9, 7, 3, 1, 9, 7, 3, 1, 9, 7})%10)
}

func centuryDay(t *rapid.T) int32 {
	first, _ := datasets.DaysOf(1800, 1, 1)
	if rapid.Bool().Draw(t, "2200s") {
		first, _ = datasets.DaysOf(2200, 1, 1)
	}
	return first + rapid.Int32Range(0, 36523).Draw(t, "day")
}

// Reading is the inverse of writing; a single wrong digit is never taken for a valid number.
func TestPESELReadsWhatIsWrittenAndTellsEveryWrongDigit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day, woman := centuryDay(t), rapid.Bool().Draw(t, "woman")
		text := []byte(written(day, rapid.IntRange(0, 9999).Draw(t, "serial"), woman))
		p, err := ParsePESEL(text)
		if err != nil || p.Birth != day || p.Woman != woman {
			t.Fatalf("%s: %+v %v", text, p, err)
		}
		at, other := rapid.IntRange(0, 10).Draw(t, "at"), byte('0'+rapid.IntRange(0, 9).Draw(t, "digit"))
		if text[at] == other {
			return
		}
		text[at] = other
		if _, err := ParsePESEL(text); err == nil {
			t.Fatalf("%s with digit %d changed is taken for valid", text, at)
		}
	})
}
