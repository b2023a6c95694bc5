package prepost

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Folding says how codes are compared. The zero Folding is what [Match] uses: people write one
// code in many ways, and "Ł-01", "ł 01" and "L01" are one.
type Folding struct {
	// LeadingZeros takes "007" and "7" for one code, as where a spreadsheet ate the zeros. Off by
	// default: "01" and "1" may be two persons.
	LeadingZeros bool
}

// Difference is one way in which two writings of a code differ that folding passes over.
type Difference string

// The differences that are folded.
const (
	Case         Difference = "case"          // S1, s1
	Spaces       Difference = "spaces"        // S 1, S1
	Punctuation  Difference = "punctuation"   // S-1, S/1, S1
	Diacritics   Difference = "diacritics"    // Ł1, L1
	LeadingZeros Difference = "leading zeros" // S01, S1; only where the Folding says so
)

// steps tells which differences are passed over.
type steps struct {
	letterCase, spaces, punctuation, diacritics, zeros bool
}

func (f Folding) steps() steps {
	return steps{letterCase: true, spaces: true, punctuation: true, diacritics: true, zeros: f.LeadingZeros}
}

// Fold is a code as it is compared: letters and digits alone, lower case, diacritics stripped, ł
// as l. Folding twice is folding once. Empty where no letter or digit is left, as of "-": that is
// no code. Never print it: it is the code of a person.
func (f Folding) Fold(code string) string { return f.steps().fold(code) }

func (s steps) fold(code string) string {
	if s.diacritics {
		code = norm.NFKD.String(code)
	} else {
		code = norm.NFKC.String(code)
	}
	var out strings.Builder
	for _, r := range strings.TrimSpace(code) {
		if r, keep := s.rune(r); keep {
			out.WriteRune(r)
		}
	}
	if s.zeros {
		return withoutZeros(out.String())
	}
	return out.String()
}

func (s steps) rune(r rune) (folded rune, keep bool) {
	if s.letterCase {
		r = unicode.ToLower(r)
	}
	switch {
	case unicode.Is(unicode.Mn, r):
		return r, !s.diacritics
	case s.diacritics && r == 'ł':
		return 'l', true
	case s.diacritics && r == 'Ł':
		return 'L', true
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return r, true
	case unicode.IsSpace(r):
		return r, !s.spaces
	}
	return r, !s.punctuation
}

// withoutZeros drops the zeros at the beginning of each run of digits; of zeros alone one stays.
func withoutZeros(code string) string {
	var out strings.Builder
	inRun := false
	runes := []rune(code)
	for i, r := range runes {
		more := i+1 < len(runes) && unicode.IsDigit(runes[i+1])
		if r == '0' && !inRun && more {
			continue
		}
		inRun = unicode.IsDigit(r)
		out.WriteRune(r)
	}
	return out.String()
}

// Differences names what folding passes over between two writings of a code, in a fixed order;
// nil where they are written alike (spaces at the ends apart, which are no part of a code), or
// where they are two codes. It is the same both ways round.
func (f Folding) Differences(a, b string) []Difference {
	if written(a) == written(b) || f.Fold(a) != f.Fold(b) {
		return nil
	}
	all := f.steps()
	var out []Difference
	for _, each := range []struct {
		what    Difference
		without func(s *steps)
	}{
		{Case, func(s *steps) { s.letterCase = false }},
		{Spaces, func(s *steps) { s.spaces = false }},
		{Punctuation, func(s *steps) { s.punctuation = false }},
		{Diacritics, func(s *steps) { s.diacritics = false }},
		{LeadingZeros, func(s *steps) { s.zeros = false }},
	} {
		strict := all
		each.without(&strict)
		if strict != all && strict.fold(a) != strict.fold(b) {
			out = append(out, each.what)
		}
	}
	return out
}

// written is a code as it stands, but for spaces at its ends.
func written(code string) string { return strings.TrimSpace(code) }

// Keys gives each of the codes of a survey, of all its waves, the key under which its person is
// found; empty for what is no code. It is [Folding.Fold], except where that would take two codes
// for one that are plainly two: of "1-12" and "11-2" the digits are parted elsewhere. Such codes,
// and "112" beside them, keep the places where digits are parted. The order of the codes changes
// nothing.
func (f Folding) Keys(codes []string) map[string]string {
	parted := map[string][]string{} // folded code -> its writings with digits parted
	keys := make(map[string]string, len(codes))
	for _, code := range codes {
		if _, known := keys[code]; known {
			continue
		}
		folded := f.Fold(code)
		keys[code] = folded
		if p := f.parted(code); strings.Contains(p, "-") && !slices.Contains(parted[folded], p) {
			parted[folded] = append(parted[folded], p)
		}
	}
	for code, folded := range keys {
		if len(parted[folded]) > 1 {
			keys[code] = folded + "|" + f.parted(code)
		}
	}
	return keys
}

// parted is a folded code that keeps one dash wherever other signs stand between two digits.
func (f Folding) parted(code string) string {
	var out strings.Builder
	last, gap := rune(0), false
	all := Folding{}.steps()
	for _, r := range norm.NFKD.String(code) {
		folded, keep := all.rune(r)
		if !keep {
			gap = gap || !unicode.In(r, unicode.Mn, unicode.Cf) // what nobody sees parts nothing
			continue
		}
		if gap && unicode.IsDigit(last) && unicode.IsDigit(folded) {
			out.WriteByte('-')
		}
		last, gap = folded, false
		out.WriteRune(folded)
	}
	if f.LeadingZeros {
		return withoutZeros(out.String())
	}
	return out.String()
}
