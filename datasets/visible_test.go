package datasets

import "testing"

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"uczestnicy łódź – 1.csv": "uczestnicy łódź – 1.csv", "a\x1b[31m\nb": `a\x1b[31m\x0ab`, "bad\xff\xfe": `bad\xff\xfe`, "\u202efdp.csv": `\u202efdp.csv`, "\u009b2J": `\u009b2J`, "a\u00a0b\ufffd": "a\u00a0b\ufffd",
	} {
		if got := Visible(text); got != want {
			t.Errorf("Visible(%q) = %s, want %s", text, got, want)
		}
	}
	if got := (Position{File: "a\x1b.xlsx", Sheet: "b\n", Row: 1}).String(); got != `a\x1b.xlsx:b\x0a!1` {
		t.Errorf("position %s", got)
	}
	if got := VisibleLines("a\x07\nb\n"); got != "a\\x07\nb\n" {
		t.Errorf("lines %q", got)
	}
}
