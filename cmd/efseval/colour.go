package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

// coloured tells whether what goes to a writer may be coloured: on a terminal alone, and not where the user
// said no by --no-color, NO_COLOR, EFSEVAL_NO_COLOR or TERM=dumb. Colour never says what words do not.
func coloured(w io.Writer, refused bool) bool {
	file := terminalOf(w)
	if file == nil || refused || !term.IsTerminal(int(file.Fd())) {
		return false
	}
	return mayColour()
}

// mayColour tells whether the environment lets colour be.
func mayColour() bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("EFSEVAL_NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// red is a text in bold red for a terminal.
func red(text string) string { return "\x1b[1;31m" + text + "\x1b[0m" }
