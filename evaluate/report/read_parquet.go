package report

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// The bounds of a figures.parquet that is read back. One of a project has some hundred rows.
const (
	maxParquetUnpacked = 32 << 20 // bytes of all pages
	maxParquetCells    = 1 << 20
)

var (
	errParquetDamaged = errors.New("it is damaged")
	errParquetLarge   = fmt.Errorf("it says that it unpacks to more than %d MB", maxParquetUnpacked>>20)
	errParquetOther   = errors.New("it is not encoded as figures.parquet is written")
)

// readPrintedParquet lists the cells of figures.parquet by figure and column, whatever columns it has. Only the
// encoding that [WriteFiguresParquet] writes is read, and nothing is made for what the file claims before it is held
// against what the file has: a failed allocation ends the program, and nobody could catch it.
func readPrintedParquet(content []byte) ([]Printed, error) {
	if err := checkParquetFooter(content); err != nil {
		return nil, err
	}
	file, err := parquet.OpenFile(bytes.NewReader(content), int64(len(content)), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, err
	}
	in := &parquetPages{content: content}
	names, columns, err := in.columns(file)
	if err != nil {
		return nil, err
	}
	var all []Printed
	for n := range int(file.NumRows()) {
		all = append(all, parquetCells(columns, names, n)...)
	}
	return all, nil
}

// checkParquetFooter looks for the marks at both ends and walks over the footer between them.
func checkParquetFooter(content []byte) error {
	const mark, tail = "PAR1", 8 // the length of the footer stands before the last mark
	if !bytes.HasPrefix(content, []byte(mark)) || !bytes.HasSuffix(content, []byte(mark)) || len(content) < len(mark)+tail {
		return errParquetDamaged
	}
	rest := content[len(mark) : len(content)-tail]
	size := int64(binary.LittleEndian.Uint32(content[len(content)-tail:]))
	if size > int64(len(rest)) {
		return errParquetDamaged
	}
	_, err := walkCompact(rest[int64(len(rest))-size:])
	return err
}

// columns reads the cells of all columns. Each column has a cell for every row.
func (p *parquetPages) columns(file *parquet.File) (names []string, columns [][]string, err error) {
	leaves, rows := file.Root().Columns(), file.NumRows()
	if err := p.checkRows(file.Metadata().RowGroups, rows, len(leaves)); err != nil {
		return nil, nil, err
	}
	for i, leaf := range leaves {
		if !leaf.Leaf() || leaf.Repeated() {
			return nil, nil, errParquetOther
		}
		var cells []string
		for _, group := range file.Metadata().RowGroups {
			if i >= len(group.Columns) {
				return nil, nil, errParquetDamaged
			}
			if cells, err = p.chunk(cells, leaf, &group.Columns[i].MetaData, int(group.NumRows)); err != nil {
				return nil, nil, fmt.Errorf("column %s: %w", leaf.Name(), err)
			}
		}
		names, columns = append(names, leaf.Name()), append(columns, cells)
	}
	return names, columns, nil
}

// checkRows holds the rows that the file claims against its size. A row of figures takes more than a byte of the
// file, however well it is packed.
func (p *parquetPages) checkRows(groups []format.RowGroup, rows int64, columns int) error {
	left := rows
	for _, group := range groups {
		if group.NumRows < 0 || group.NumRows > left {
			return errParquetDamaged
		}
		left -= group.NumRows
	}
	if left != 0 || rows > int64(len(p.content)) || columns == 0 {
		return errParquetDamaged
	}
	if rows > maxParquetCells/int64(columns) {
		return fmt.Errorf("it says that it has more than %d cells", maxParquetCells)
	}
	return nil
}

// parquetCells are the cells of a row.
func parquetCells(columns [][]string, names []string, row int) (cells []Printed) {
	id := ""
	for i, name := range names {
		text := columns[i][row]
		if name == "id" {
			id = text
		}
		cells = append(cells, Printed{Field: name, Text: text, Place: fmt.Sprintf("row %d, column %s", row+1, name)})
	}
	for i := range cells {
		cells[i].Figure = id
	}
	return cells
}
