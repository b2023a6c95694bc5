package main

import (
	"io"
	"os"
	"runtime/debug"

	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
)

// build is what this program knows of its making, for the manifest; nil where it was built without.
func build() *report.Build {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return nil
	}
	return report.BuildOf(info)
}

// settledBuild adds the sum of the program itself where no revision tells what it was made of, so that two programs
// of changed sources are never taken for one.
func settledBuild() *report.Build {
	b := build()
	if b == nil || b.Traced() {
		return b
	}
	if path, err := os.Executable(); err == nil {
		if file, err := os.Open(path); err == nil {
			defer file.Close()
			sum := audit.NewSum()
			if _, err := io.Copy(sum, file); err == nil {
				b.Executable = sum.Output().SHA256
			}
		}
	}
	return b
}
