package audit

import (
	"testing"

	"github.com/efseval/efseval/evaluate"
)

func TestPlacesFollowTheLanguage(t *testing.T) {
	for place, want := range map[string]string{
		"line 12":                            "linia 12",
		"line 12, column value":              "linia 12, kolumna value",
		"row 3, column id":                   "wiersz 3, kolumna id",
		"line 5, cell 1":                     "linia 5, komórka 1",
		"figures!D7":                         "figures!D7",
		"xl/sharedStrings.xml, line 2":       "xl/sharedStrings.xml, linia 2",
		"dane.csv, line 2, column text":      "dane.csv, linia 2, kolumna text",
		"byte 7":                             "bajt 7",
		"row of pixels 8":                    "wiersz pikseli 8",
		"the size":                           "wymiary",
		"text":                               "tekst",
		"text in katowice-pal":               "tekst w katowice-pal",
		"value in katowice-pal":              "value w katowice-pal",
		"attribute href of a":                "atrybut href elementu a",
		"line 3, katowice-pal, participants": "linia 3, katowice-pal, participants",
	} {
		if got := placeIn(place, evaluate.PL); got != want {
			t.Errorf("%s: %s, want %s", place, got, want)
		}
		if got := placeIn(place, evaluate.EN); got != place {
			t.Errorf("%s: %s", place, got)
		}
	}
}
