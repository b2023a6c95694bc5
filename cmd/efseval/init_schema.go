package main

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/batch"
)

// schemaName is the file beside the project file by which an editor completes its keys.
const schemaName = "project.schema.json"

// projectSchema is the JSON Schema of project.yaml, as efseval schema project prints it.
func projectSchema(l evaluate.Lang) ([]byte, error) { return batch.ProjectSchema(l) }
