package datasets

import (
	"testing"

	"pgregory.net/rapid"
)

func TestFoldText(t *testing.T) {
	for text, want := range map[string]string{
		"Żory": "zory", " żory ": "zory", "ZORY": "zory", "zory": "zory", "Z\u0307ory": "zory", "\ufeffŻo\u00adry": "zory",
		"Łódź": "lodz", "Lodz": "lodz",
		"Bielsko-Biała": "bielsko-biala", "Bielsko – Biała": "bielsko-biala", "bielsko\u2011biala": "bielsko-biala",
		"Dąbrowa\u00a0 Górnicza": "dabrowa gornicza", "m. st. Warszawa": "m. st. warszawa",
		"„Wełnowiec”": `"welnowiec"`, `"Wełnowiec"`: `"welnowiec"`, "O’Leary": "o'leary",
		"<25": "<25", "25+": "25+", "C++": "c++", "C#": "c#", "a;b\nc": "a;b c", "18 - 24": "18-24",
		"": "", " ": "", "\u200b": "", "?": "?", "Київ": "киів",
	} {
		if got := FoldText(text); got != want {
			t.Errorf("%q folds to %q, want %q", text, got, want)
		}
	}
}

// What is folded stays, and letter case and blanks at the ends never part.
func TestFoldTextTwiceIsOnce(t *testing.T) {
	sign := rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune(" -–—−\u00a0\u2009\u200bŻżŁłóÓ„”'’Aa1+İK")))
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(sign).Draw(t, "text")
		once := FoldText(text)
		if twice := FoldText(once); twice != once {
			t.Fatalf("%q folds to %q and then to %q", text, once, twice)
		}
		if padded := FoldText(" \u00a0" + text + "\t"); padded != once {
			t.Fatalf("%q with blanks folds to %q, without to %q", text, padded, once)
		}
	})
}
