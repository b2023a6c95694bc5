package main

import (
	"runtime/debug"

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
