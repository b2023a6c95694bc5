package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWrapKeepsEveryWord(t *testing.T) {
	text := "a słowo_dłuższe_niż_wiersz b c"
	if diff := cmp.Diff([]string{"a", "słowo_dłuższe_niż_wiersz", "b c"}, Wrap(text, 6)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
