package polish

import (
	"strings"
	"testing"
	"time"
)

// What an export holds may stand in a message, and may be anything: looking its parts up takes no time to speak of.
func TestAMessageOfManyMarksIsSoonLookedUp(t *testing.T) {
	words, err := With()
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"a line of marks":      strings.Repeat("Qqq; Www: ", 20),
		"a line of many marks": strings.Repeat("Qqq; Www: ", 4000),
		"many lines":           strings.Repeat("Qqq; Www: eee (3)\n", 400),
	} {
		begun := time.Now()
		if got := words.Text(text); got != text {
			t.Errorf("%s: found words in %.40s…", name, got)
		}
		if took := time.Since(begun); took > 5*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
	}
}
