package parquetfile

import (
	"errors"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/efseval/efseval/datasets"
)

// source is one Parquet file being read.
type source struct {
	name     string
	profile  *datasets.Profile
	file     *os.File
	binding  *datasets.Binding
	size     int64
	elements []*format.SchemaElement // of the columns of the file
	groups   []*format.RowGroup      // not yet begun
	columns  []column                // those that the profile takes
	together [][]int                 // columns, parted so that no two groups feed one field
	read     int
}

// Open opens a Parquet file. The caller closes the Source. A file that cannot be read is
// [datasets.Unreadable].
func Open(path string, p *datasets.Profile) (datasets.Source, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, unreadable(filepath.Base(path), err)
	}
	return OpenFile(file, filepath.Base(path), p)
}

// OpenFile reads a file that is open, which it closes in any case; name stands in positions.
func OpenFile(file *os.File, name string, p *datasets.Profile) (datasets.Source, error) {
	s := &source{name: name, profile: p, file: file}
	if err := s.start(); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return s, nil
}

// start reads the footer and ties the profile to the columns.
func (s *source) start() error {
	root, err := s.footer()
	if err != nil {
		return unreadable(s.name, err)
	}
	names := make([]string, len(root))
	for i, c := range root {
		names[i] = c.Name()
	}
	if s.profile.HeaderRow > 0 {
		return &datasets.Unreadable{At: datasets.Position{File: s.name}, Cause: errors.New("a Parquet file has no header row, and header_row: is stated"),
			Next: "take header_row: out of the project file"}
	}
	if s.binding, err = s.profile.Bind(names, datasets.Position{File: s.name}); err != nil {
		return err
	}
	return s.choose(root)
}

// choose keeps the columns that a field takes, each with the way its values become cells.
func (s *source) choose(root []*parquet.Column) error {
	for i, c := range root {
		kinds := s.binding.Kinds(i)
		if len(kinds) == 0 {
			continue
		}
		exact := slices.Contains(kinds, datasets.Number)
		if slices.Contains(kinds, datasets.Date) && inUTC(c) {
			at := datasets.Position{File: s.name, Column: i + 1}
			s.binding.Problems = append(s.binding.Problems, daysInUTC(at, s.binding.Columns[i].Fields[0]))
		}
		var convert converter
		if err := guard(func() (err error) { convert, err = converterOf(c, s.elements[i], exact); return err }); err != nil {
			return unreadable(s.name, err)
		}
		s.columns = append(s.columns, column{place: i, name: c.Name(), leaf: c.Index(), kind: c.Type(),
			optional: c.Optional(), convert: convert, isText: isText(c), isDay: isDay(c)})
	}
	s.group()
	return nil
}

// group parts the columns for the cores.
func (s *source) group() {
	for _, sources := range s.binding.Groups() {
		var columns []int
		for _, place := range sources {
			columns = append(columns, slices.IndexFunc(s.columns, func(c column) bool { return c.place == place }))
		}
		s.together = append(s.together, columns)
	}
}

// Batches streams the rows; see [datasets.Source].
func (s *source) Batches() iter.Seq2[*datasets.Batch, error] {
	return s.binding.Parts(datasets.Position{File: s.name}, &s.read, s.parts)
}

// Conclusions tells what was found out about the file.
func (s *source) Conclusions() datasets.Conclusions {
	return datasets.Conclusions{File: s.name, Format: "parquet", Profile: s.profile.Name, Rows: s.read,
		Columns: s.binding.Columns, Problems: s.binding.Problems}
}

// Close closes the file.
func (s *source) Close() error { return s.file.Close() }
