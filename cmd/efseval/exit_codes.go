package main

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// exitMeaning is an exit code and what it says.
type exitMeaning struct {
	code int
	said evaluate.Text
}

// exitMeanings lists the exit codes, which are those of every subcommand.
func exitMeanings() []exitMeaning {
	return []exitMeaning{
		{exitDone, evaluate.T("zrobione", "done")},
		{exitInternal, evaluate.T("błąd wewnętrzny", "internal error")},
		{exitUsage, evaluate.T("złe wywołanie albo plik projektu", "usage or project file")},
		{exitUnreadable, evaluate.T("dane nie do odczytania albo sprzeczne", "data unreadable or contradictory")},
		{exitFailOn, evaluate.T("spełniony warunek --fail-on", "a condition of --fail-on was met")},
		{exitDiffers, evaluate.T("wynik różni się od danych, z których powstał", "a finished run differs from its data")},
		{exitRefused, evaluate.T("odmowa bramki ujawniania", "the disclosure gate refused")},
		{exitInterrupted, evaluate.T("przerwane", "interrupted")},
	}
}

// exitTable prints the exit codes, one a line.
func exitTable(l evaluate.Lang) string {
	var out strings.Builder
	for _, m := range exitMeanings() {
		fmt.Fprintf(&out, "  %3d  %s\n", m.code, m.said.In(l))
	}
	return out.String()
}
