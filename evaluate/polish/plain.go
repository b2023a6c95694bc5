package polish

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// packages put their name before a message made for developers. Who uses the command is not told it. Packages check and
// selftest are not among them: commands of these names say that it is they who speak.
var packages = []string{"datasets", "profiles", "canonical", "frame", "samples", "indicators", "sqltext", "warehouse", "cases", "evaluate",
	"stats", "scale", "prepost", "cost", "chart", "schema", "report", "audit", "batch", "polish"}

// In is an error in a language, as whoever uses the command reads it: [Plain] in English, [Error] in Polish.
func In(err error, l evaluate.Lang) string {
	if l == evaluate.PL {
		return Error(err)
	}
	return Plain(err)
}

// Both is an error in both languages, as [In] says it.
func Both(err error) evaluate.Text { return evaluate.T(Error(err), Plain(err)) }

// Plain is an error in English without the names of packages, wherever in it an error begins with one. A word
// before a colon that no error begins with stays: it is the key of a file.
func Plain(err error) string {
	if both, ok := err.(interface{ In(evaluate.Lang) string }); ok {
		return both.In(evaluate.EN)
	}
	text := err.Error()
	var inner []error
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		if one := e.Unwrap(); one != nil {
			inner = []error{one}
		}
	case interface{ Unwrap() []error }:
		inner = e.Unwrap()
	}
	from := 0
	for _, one := range inner {
		before, said := one.Error(), Plain(one)
		if at := strings.Index(text[from:], before); at >= 0 && before != "" {
			text = text[:from+at] + said + text[from+at+len(before):]
			from += at + len(said)
		}
	}
	return unnamed(text)
}

// unnamed is a message without the names of the packages that made it.
func unnamed(text string) string {
	for _, name := range packages {
		if rest, is := strings.CutPrefix(text, name+": "); is {
			return unnamed(rest)
		}
	}
	return text
}
