package datasets

import (
	"testing"

	"pgregory.net/rapid"
)

// holdDay holds the reading of ten bytes to ParseDate: what the first reads, the second reads alike.
func holdDay(t interface{ Fatalf(string, ...any) }, text string, layouts []DateLayout) (ok bool) {
	forms := dayFormsOf(layouts)
	var padded [16]byte
	copy(padded[:], text+"Ż0.;\n9")
	day, ok := forms.day(&padded)
	if want, err := ParseDate([]byte(text), layouts); ok && (err != nil || want != day) {
		t.Fatalf("%q by %v is day %d, want %d, %v", text, layouts, day, want, err)
	}
	return ok
}

// TestEveryDay reads every day from 1800 to 2299 in the forms that go without detours, and no
// other.
func TestEveryDay(t *testing.T) {
	first, _ := DaysOf(1800, 1, 1)
	last, _ := DaysOf(2299, 12, 31)
	for day := first; day <= last; day++ {
		iso := FormatDay(day)
		y, m, d := iso[:4], iso[5:7], iso[8:]
		for text, layout := range map[string]DateLayout{iso: "d/M/yyyy", d + "." + m + "." + y: "dd.MM.yyyy", d + "-" + m + "-" + y: "dd.MM.yyyy", m + "/" + d + "/" + y: "M/d/yyyy", d + "/" + m + "/" + y: "dd/MM/yyyy"} {
			if !holdDay(t, text, []DateLayout{layout}) {
				t.Fatalf("%q is not read by %s", text, layout)
			}
		}
	}
	for _, text := range []string{"1799-12-31", "2300-01-01", "2023-02-29", "1900-02-29", "2024-00-01", "2024-13-01", "2024-01-00", "2024-01-32", "2024-04-31", "2024/01/01", "31.04.2024", "00.01.2024", "01.13.2024", "2024-1-001"} {
		if holdDay(t, text, []DateLayout{"dd.MM.yyyy", "d/M/yyyy"}) {
			t.Errorf("%q is read without detours", text)
		}
	}
}

// TestDayForms holds any ten bytes near a date, by any layouts, to ParseDate.
func TestDayForms(t *testing.T) {
	mark := rapid.SampledFrom([]string{"-", ".", "/", " ", "|", "\x00"})
	two, four := rapid.StringMatching(`[0-3][0-9:/]`), rapid.StringMatching(`(18|19|20|22|[0-9])[0-9]{2,3}`)
	layouts := rapid.SliceOfN(rapid.SampledFrom([]DateLayout{"yyyy-MM-dd", "dd.MM.yyyy", "MM.dd.yyyy", "d/M/yyyy", "M/d/yyyy", "dd-yyyy-MM", "dd.MM", ""}), 0, 4)
	rapid.Check(t, func(t *rapid.T) {
		a, b, y, m1, m2 := two.Draw(t, "a"), two.Draw(t, "b"), four.Draw(t, "y"), mark.Draw(t, "m1"), mark.Draw(t, "m2")
		if rapid.Bool().Draw(t, "alike") {
			m2 = m1
		}
		declared := layouts.Draw(t, "layouts")
		for _, text := range []string{a + m1 + b + m2 + y, y + m1 + a + m2 + b} {
			if len(text) == 10 {
				holdDay(t, text, declared)
			}
		}
	})
}
