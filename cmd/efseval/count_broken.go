package main

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/evaluate/batch"
	"github.com/efseval/efseval/indicators"
)

// broken is the error of a table that breaks its invariants: nothing is printed then.
func broken(violations []indicators.Violation) error {
	var lines []string
	for _, v := range violations {
		lines = append(lines, v.Message().EN)
	}
	return &batch.BadData{Project: "count", Cause: fmt.Errorf("the table breaks what it must keep, nothing is printed:\n%s\nthis is a fault of the data or of efseval; look the rows through with efseval check", strings.Join(lines, "\n"))}
}
