package parquetfile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// maxFooter is the most memory that the footer may ask for: that of a thousand columns in a
// thousand row groups, or so.
const maxFooter = 512 << 20

// footer reads what the file says of itself: its columns and the row groups that have rows.
func (s *source) footer() (columns []*parquet.Column, err error) {
	info, err := s.file.Stat()
	if err != nil {
		return nil, err
	}
	s.size = info.Size()
	if err := checkEnds(s.file, s.size); err != nil {
		return nil, err
	}
	if err := s.checkFooter(); err != nil {
		return nil, err
	}
	err = guard(func() error {
		f, err := parquet.OpenFile(s.file, s.size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
		if err != nil {
			return errors.Join(errDamaged, err)
		}
		columns, s.elements = f.Root().Columns(), elementsOf(f.Metadata().Schema)
		if len(s.elements) != len(columns) {
			return errDamaged
		}
		return s.keepGroups(f.Metadata().RowGroups)
	})
	return columns, err
}

// A run repeats a value without end in a few bytes. But rows of people differ: a file that has
// more than so many for each of its bytes is damaged, and reading nothing would take hours.
const (
	fewRows     = 1 << 20
	rowsPerByte = 4096
)

// keepGroups keeps the row groups that have rows.
func (s *source) keepGroups(groups []format.RowGroup) error {
	rows := int64(0)
	for i := range groups {
		g := &groups[i]
		if g.NumRows < 0 {
			return fmt.Errorf("%w: a row group says it has fewer than no rows", errDamaged)
		}
		if rows += min(g.NumRows, math.MaxInt32); g.NumRows > math.MaxInt32 || rows > math.MaxInt32 {
			return errMany
		}
		if rows > fewRows+s.size*rowsPerByte {
			return fmt.Errorf("%w: it says that it has more rows than it can hold", errDamaged)
		}
		if g.NumRows > 0 {
			s.groups = append(s.groups, g)
		}
	}
	return nil
}

// checkFooter walks over the footer before the library makes memory for what its lists claim.
func (s *source) checkFooter() error {
	const tail = 8
	end := make([]byte, tail)
	if _, err := s.file.ReadAt(end, s.size-tail); err != nil {
		return errShrunk
	}
	text := make([]byte, binary.LittleEndian.Uint32(end))
	if _, err := s.file.ReadAt(text, s.size-tail-int64(len(text))); err != nil {
		return errShrunk
	}
	c := compact{text: text}
	claimed, secret := int64(0), false
	c.fields(func(id int16, kind byte) {
		secret = secret || id == 8 // which algorithm encrypts the columns
		claimed += c.claims(kind, 0)
	})
	switch {
	case c.bad:
		return errDamaged
	case secret:
		return errSecret
	case claimed > maxFooter:
		return errFooter
	}
	return nil
}

// claims passes over a value of the footer and says how much memory the library makes for it,
// about.
func (c *compact) claims(kind byte, depth int) (size int64) {
	const element = 800 // the largest, what is said of a column in a row group
	switch {
	case depth > maxDepth:
		c.bad = true
	case kind == kindStruct:
		c.fields(func(_ int16, kind byte) { size += c.claims(kind, depth+1) })
	case kind == kindList || kind == kindSet:
		n, of := c.list()
		if of != kindStruct {
			c.skipMany(n, of, depth)
			return 16 * int64(n)
		}
		for range n {
			if size += element + c.claims(of, depth+1); c.bad {
				return size
			}
		}
	default:
		c.skip(kind, depth)
	}
	return size
}

// elementsOf lists what the schema says of the columns that are not inside others.
func elementsOf(schema []format.SchemaElement) (top []*format.SchemaElement) {
	for i := 1; i < len(schema); {
		top = append(top, &schema[i])
		for open := 1; open > 0 && i < len(schema); i++ {
			open += int(max(schema[i].NumChildren.V, 0)) - 1
		}
	}
	return top
}

// chunkOf finds a column in a row group.
func (c *column) chunkOf(g *format.RowGroup) (*format.ColumnMetaData, error) {
	if c.leaf >= len(g.Columns) {
		return nil, fmt.Errorf("%w: a row group lacks column %q", errDamaged, c.name)
	}
	chunk := &g.Columns[c.leaf]
	switch {
	case chunk.CryptoMetadata.Value != nil || len(chunk.EncryptedColumnMetadata) > 0:
		return nil, errSecret
	case chunk.FilePath != "":
		return nil, fmt.Errorf("%w: column %q in %q", errParts, c.name, chunk.FilePath)
	}
	return &chunk.MetaData, nil
}
