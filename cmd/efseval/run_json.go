package main

import (
	"encoding/json"
	"io"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/batch"
	"github.com/efseval/efseval/evaluate/report"
)

// outcomeSchema names the version of the lines of efseval run --json.
const outcomeSchema = "efseval/run/1"

// jsonOutcome is one project of a run, on one line.
type jsonOutcome struct {
	Schema string        `json:"schema"`
	ID     string        `json:"id"` // empty where the project file cannot be read
	File   string        `json:"project_file"`
	Folder string        `json:"folder"`
	Status string        `json:"status"` // written, unchanged, failed
	Result *report.Brief `json:"result"` // null where it failed
	Error  *jsonFailure  `json:"error,omitempty"`
}

// jsonFailure says why a project failed, with the exit code that its kind has.
type jsonFailure struct {
	ExitCode int           `json:"exit_code"`
	Cause    evaluate.Text `json:"cause"`
}

func writeOutcome(w io.Writer, o batch.Outcome) error {
	out := jsonOutcome{Schema: outcomeSchema, ID: o.ID, File: o.File, Folder: o.Folder, Status: "written", Result: o.Brief}
	switch {
	case o.Err != nil:
		out.Status, out.Result, out.Folder = "failed", nil, ""
		out.Error = &jsonFailure{exitCode(o.Err), o.Cause()}
	case o.Unchanged:
		out.Status = "unchanged"
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}
