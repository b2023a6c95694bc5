package report

import (
	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// sign is an answer that is told by a shape as well as by words, never by colour alone.
type sign string

// The shapes: a tick in a circle, a cross in a diamond, an exclamation mark in a triangle, a
// dash in a ring.
const (
	yes    sign = "yes"
	no     sign = "no"
	caveat sign = "caveat"
	open   sign = "open"
)

// glyph is the shape as a character, for text without pictures.
func (s sign) glyph() string {
	switch s {
	case yes:
		return "✔"
	case no:
		return "✘"
	case caveat:
		return "⚠"
	case open:
		return "○"
	}
	return ""
}

func verdictEntry(v Verdict) entry {
	switch v {
	case Reproduced:
		return entry{sign: yes, words: evaluate.T("odtworzono", "reproduced")}
	case Differs:
		return entry{sign: no, words: evaluate.T("różni się", "differs")}
	case CannotCompute:
		return entry{sign: caveat, words: evaluate.T("nie da się obliczyć", "cannot be computed")}
	}
	return words(evaluate.Same(string(v)))
}

func heldEntry(held bool) entry {
	if held {
		return entry{sign: yes, words: evaluate.T("spełniono", "held")}
	}
	return entry{sign: no, words: evaluate.T("nie spełniono", "broken")}
}

func severityEntry(s datasets.Severity) entry {
	switch s {
	case datasets.Error:
		return entry{sign: no, words: evaluate.T("błąd", "error")}
	case datasets.Warning:
		return entry{sign: caveat, words: evaluate.T("ostrzeżenie", "warning")}
	}
	return entry{sign: open, words: evaluate.T("uwaga", "note")}
}
