//go:build unix

package main

import (
	"io"

	"golang.org/x/sys/unix"
)

// widthOf is the width of a terminal in characters, 0 where the output is none.
func widthOf(w io.Writer) int {
	file := terminalOf(w)
	if file == nil {
		return 0
	}
	size, err := unix.IoctlGetWinsize(int(file.Fd()), unix.TIOCGWINSZ)
	if err != nil {
		return 0
	}
	return int(size.Col)
}
