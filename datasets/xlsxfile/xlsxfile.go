package xlsxfile

import (
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/efseval/efseval/datasets"
)

// source is one sheet of a workbook being read.
type source struct {
	book    *workbook
	profile *datasets.Profile
	sheet   sheet
	rows    *rowReader
	binding *datasets.Binding
	typing  []typing // by column of the file
	header  int
	read    int
	cells   []datasets.Cell
	days    map[int32][]byte
	inRun   bool               // the row before was hidden
	late    []datasets.Problem // what only the end of the sheet tells
}

// Open opens a workbook. The caller closes the Source. A file that cannot be read is
// [datasets.Unreadable].
func Open(path string, p *datasets.Profile) (datasets.Source, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, unreadable(filepath.Base(path), "", err)
	}
	return OpenFile(file, filepath.Base(path), p)
}

// OpenFile reads a file that is open, which it closes in any case; name stands in positions.
func OpenFile(file *os.File, name string, p *datasets.Profile) (datasets.Source, error) {
	book, err := readBook(file, name)
	if err != nil {
		return nil, unreadable(name, "", err)
	}
	s, err := openSheets(book, p)
	if err != nil {
		return nil, errors.Join(err, book.close())
	}
	return s, nil
}

// openSheets finds the sheets to read and ties each to the profile.
func openSheets(book *workbook, p *datasets.Profile) (datasets.Source, error) {
	read, besides, err := (&source{book: book, profile: p}).choose()
	if err != nil {
		return nil, err
	}
	all := &several{book: book}
	for _, found := range read {
		s := &source{book: book, profile: p, days: map[int32][]byte{}}
		if err := s.start(found); err != nil {
			return nil, err
		}
		all.parts = append(all.parts, s)
	}
	all.parts[0].tellSkipped(besides)
	if len(all.parts) == 1 {
		return all.parts[0], nil
	}
	return all, nil
}

// start ties the profile to a sheet's header row. The rows behind it are opened by the first that
// is asked for, so that of many sheets one is open at a time.
func (s *source) start(found candidate) (err error) {
	at := datasets.Position{File: s.book.name, Sheet: found.sheet.name, Row: found.row}
	if s.binding, err = s.profile.Bind(found.cells, at); err != nil {
		return err
	}
	s.sheet, s.header = found.sheet, found.row
	s.typing = typings(s.binding)
	s.tellHiddenSheet()
	return nil
}

// Batches streams the rows; see [datasets.Source].
func (s *source) Batches() iter.Seq2[*datasets.Batch, error] {
	stream := s.binding.Stream(s.place(s.header, 0), &s.read, s.next)
	return func(yield func(*datasets.Batch, error) bool) {
		for b, err := range stream {
			if !yield(b, err) || err != nil {
				return
			}
		}
		if len(s.late) > 0 {
			last := s.binding.NewBatch()
			last.Problems, s.late = s.late, nil
			yield(last, nil)
		}
	}
}

// next types one row; rows up to the header and blank ones are passed over.
func (s *source) next(batch *datasets.Batch) (more bool, err error) {
	if s.rows == nil {
		if s.rows, err = s.book.rows(s.sheet); err != nil {
			return false, unreadable(s.book.name, s.sheet.name, err)
		}
	}
	row, err := s.rows.nextRow()
	if err == io.EOF {
		if err = s.finish(); err == nil {
			return false, nil
		}
	}
	if err != nil {
		return false, unreadable(s.book.name, s.sheet.name, err)
	}
	if row.number <= s.header || row.blank() {
		return true, nil
	}
	s.tellHidden(batch, row)
	s.append(batch, row)
	return true, nil
}

// finish reads the sheet to the end of its part.
func (s *source) finish() error {
	merges, err := s.rows.tail()
	if err != nil {
		return err
	}
	for _, m := range merges {
		s.tellMerged(m)
	}
	return nil
}

// Conclusions tells what was found out about the file.
func (s *source) Conclusions() datasets.Conclusions {
	return datasets.Conclusions{
		File: s.book.name, Format: "xlsx", Sheet: s.sheet.name, HeaderRow: s.header,
		Profile: s.profile.Name, Rows: s.read, Columns: s.binding.Columns, Problems: s.binding.Problems,
	}
}

// stop closes the sheet.
func (s *source) stop() error {
	rows := s.rows
	s.rows = nil
	return rows.close()
}

// Close closes the workbook.
func (s *source) Close() error {
	return errors.Join(s.stop(), s.book.close())
}
