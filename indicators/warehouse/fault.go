package warehouse

import (
	"context"
	"errors"
	"fmt"

	"github.com/efseval/efseval/datasets"
)

// The causes of a count that could not be had, for errors.Is. Each comes inside a
// [datasets.Unreadable] that says where and what to do next. In none of these cases is a part of
// a count given.
var (
	ErrUnreachable  = errors.New("the server cannot be reached")
	ErrNotPermitted = errors.New("the server does not permit it")
	ErrNotCanonical = errors.New("the table has no column of efseval's canonical table")
	ErrUnknownTable = errors.New("the server has no such table")
	ErrTimeout      = errors.New("the time given was over before the answer came")
	ErrShard        = errors.New("a shard of the cluster cannot be reached, and a count without it would be too small")
	ErrVocabulary   = errors.New("values that are not terms of the vocabulary")
	ErrInconsistent = errors.New("the answer contradicts itself")
	ErrRefused      = errors.New("the server refused the query")
)

// fault is an error with its place, cause and next step. The detail is what the server said; it
// may be empty.
func (a address) fault(kind error, detail, next string) error {
	cause := kind
	if detail != "" {
		cause = fmt.Errorf("%w: %s", kind, detail)
	}
	return &datasets.Unreadable{At: datasets.Position{File: a.String()}, Cause: cause, Next: next}
}

// interrupted says that the caller gave up, as an error that is still context.Canceled, or that
// the time was over. nil: the context is not done.
func (a address) interrupted(ctx context.Context) error {
	switch err := ctx.Err(); {
	case errors.Is(err, context.DeadlineExceeded):
		return a.timeout("")
	case err != nil:
		return fmt.Errorf("%s: the count was interrupted: %w", a, err)
	}
	return nil
}

func (a address) timeout(detail string) error {
	return a.fault(ErrTimeout, detail, "give it more time (--timeout), or count when the server is less busy")
}

func (a address) unreachable(detail string) error {
	return a.fault(ErrUnreachable, detail, "check the host and the port, that the server runs, and that it may be reached from here")
}

func (a address) notPermitted(detail string) error {
	return a.fault(ErrNotPermitted, detail, "check user and password ("+passwordVariable(a.scheme)+"), and that the user may SELECT from the table")
}

// refused leaves out what the server quotes: it may be somebody's.
func (a address) refused(detail string) error {
	return a.fault(ErrRefused, withoutValues(detail), "check that the columns have the types of efseval's canonical table (efseval sql --ddl prints it)")
}

func (a address) unknownTable(table string, others []string) error {
	next := "name it as schema.table where it stands elsewhere, or load the table that efseval export writes"
	if near := datasets.Nearest(table, others); near != "" {
		next = fmt.Sprintf("did you mean %q?", near)
	}
	return a.fault(ErrUnknownTable, table, next)
}

func (a address) inconsistent(detail string) error {
	return a.fault(ErrInconsistent, detail, "count again while nothing is loaded into the table; if it stays so, the table must not be used")
}
