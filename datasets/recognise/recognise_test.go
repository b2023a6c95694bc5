package recognise

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The word for a wave is found wherever it stands, and a header with two of them tells nothing.
func TestTheWordForAWaveIsCutOut(t *testing.T) {
	for header, want := range map[string]struct {
		rest string
		rank int
	}{
		"P1": {"p 1", noRank}, "p1_pre": {"p 1", rankPre}, "POST 7": {"7", rankPost}, "Motywacja przed": {"motywacja", rankPre},
		"p3_t2": {"p 3", rankNumbered + 2}, "Pomiar 1": {"", rankNumbered + 1}, "przed i po": {"przed i po", noRank}, "powód": {"powod", noRank},
	} {
		rest, rank := cutMarker(header)
		if got := strings.Join(rest, " "); got != want.rest || rank != want.rank {
			t.Errorf("%q: %q %d, want %q %d", header, got, rank, want.rest, want.rank)
		}
	}
}

// Words get values in the order of their list; a middle that nobody chose is no rung, and a word of no list leaves all
// without a value.
func TestWordsGetTheValuesOfTheirList(t *testing.T) {
	for words, want := range map[string]map[string]float64{
		"nie,tak":                                 {"nie": 0, "tak": 1},
		"nie,raczej tak,tak":                      {"nie": 1, "raczej tak": 3, "tak": 4},
		"nie,trudno powiedzieć,raczej tak":        {"nie": 1, "trudno powiedzieć": 3, "raczej tak": 4},
		"Nigdy,zawsze":                            {"Nigdy": 1, "zawsze": 5},
		"1 - nie,4 - tak":                         {"1 - nie": 1, "4 - tak": 4},
		"nie,zawsze":                              nil,
		"agree,strongly disagree":                 {"agree": 3, "strongly disagree": 1},
		"zdecydowanie się zgadzam,nie mam zdania": {"zdecydowanie się zgadzam": 5, "nie mam zdania": 3},
	} {
		got, _, _ := valuesOf(strings.Split(words, ","))
		if diff := cmp.Diff(want, got); diff != "" && !(want == nil && got == nil) {
			t.Errorf("%s (-want +got):\n%s", words, diff)
		}
	}
}
