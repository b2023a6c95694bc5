package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
)

// ruleOf is the rule by which the profile reads the column of a header, nil where it does not. That no
// column has the header is an error; of standard input, which is read once, that is told later.
func (e *export) ruleOf(header string, dimensions []string) (*datasets.ColumnRule, error) {
	if slices.Contains(e.paths, files.StandardInput) {
		for i, c := range e.profile.Columns {
			if slices.ContainsFunc(c.Headers, func(h string) bool { return datasets.Fold(h) == datasets.Fold(header) }) {
				return &e.profile.Columns[i], nil
			}
		}
		return nil, nil
	}
	headers, err := e.headers()
	if err != nil {
		return nil, err
	}
	same := func(h string) bool { return datasets.Fold(h) == datasets.Fold(header) }
	at := slices.IndexFunc(headers, same)
	if at < 0 {
		return nil, e.noColumn(header, dimensions)
	}
	if again := slices.IndexFunc(headers[at+1:], same); again >= 0 {
		return nil, fmt.Errorf("%s has two columns %q (%s and %s); rename one", e.paths[0], datasets.Visible(header), datasets.ColumnLetters(at+1), datasets.ColumnLetters(at+again+2))
	}
	return e.profile.RuleOf(headers, at), nil
}

// headers are those of the first file, as they stand.
func (e *export) headers() ([]string, error) {
	look := datasets.Everything()
	look.Sheet, look.Encoding, look.HeaderRow = e.profile.Sheet, e.profile.Encoding, e.profile.HeaderRow
	source, err := files.Open(e.paths[0], look)
	if err != nil {
		return nil, err
	}
	var headers []string
	for _, c := range source.Conclusions().Columns {
		headers = append(headers, c.Header)
	}
	return headers, source.Close()
}

// noColumn says what there is instead of a column: headers only as an output may show them.
func (e *export) noColumn(header string, dimensions []string) error {
	source, err := files.Open(e.paths[0], e.profile)
	if err != nil {
		return err
	}
	var shown []string
	for _, c := range source.Conclusions().Columns {
		if datasets.Fold(c.Header) != "" {
			shown = append(shown, datasets.Visible(c.Header))
		}
	}
	near := ""
	if word := datasets.Nearest(header, slices.Concat(dimensions, shown)); word != "" {
		near = fmt.Sprintf("; did you mean %q?", word)
	}
	text := fmt.Sprintf("%q is no column of %s%s; its columns are %s", datasets.Visible(header), e.paths[0], near, strings.Join(shown, ", "))
	if dimensions != nil {
		text = fmt.Sprintf("%q is no dimension and no column of %s%s; dimensions are %s; columns are %s", datasets.Visible(header), e.paths[0], near, strings.Join(dimensions, ", "), strings.Join(shown, ", "))
	}
	return errors.Join(errors.New(text), source.Close())
}
