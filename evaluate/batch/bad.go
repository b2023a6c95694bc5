package batch

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/polish"
)

// BadData is an input that contradicts itself or a promise every report keeps. A run ends with
// exit code 3.
type BadData struct {
	Project string
	Cause   error
}

// Error prints project and cause.
func (b *BadData) Error() string { return b.In(evaluate.EN) }

// In is the error in a language.
func (b *BadData) In(l evaluate.Lang) string { return b.Project + ": " + polish.In(b.Cause, l) }

// Unwrap is the cause.
func (b *BadData) Unwrap() error { return b.Cause }
