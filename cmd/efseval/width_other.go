//go:build !unix

package main

import "io"

// widthOf is 0: the width of this terminal is not asked for, and nothing is wrapped.
func widthOf(io.Writer) int { return 0 }
