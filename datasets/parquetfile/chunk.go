package parquetfile

import (
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/efseval/efseval/datasets"
)

// column is a column that the profile takes. It does not change while the file is read.
type column struct {
	place    int // in the file's schema
	name     string
	leaf     int // among the leaves
	kind     parquet.Type
	optional bool
	isText   bool // values are text as it stands
	isDay    bool // values are day numbers
	convert  converter
}

// chunk reads a column of one row group from its beginning to its end. Its memory is used again
// for that column of other row groups.
type chunk struct {
	*column
	file    io.ReaderAt
	codec   format.CompressionCodec
	from    int64 // of the file, not yet read
	end     int64
	window  []byte // what was read and not yet taken, from at on; margin bytes behind
	at      int
	rows    int64             // of the row group that no page has given yet
	entries *datasets.Entries // of the dictionary
	loose   *datasets.Entries // of values without one
	words   int               // values of the dictionary; -1: it has none yet
	codes   codes
	coded   bool // codes can be used
	page    page
	unpacker
	room
}

// begin turns to a column of a row group.
func (c *chunk) begin(file io.ReaderAt, size, rows int64, meta *format.ColumnMetaData) error {
	c.file, c.codec, c.rows = file, meta.Codec, rows
	c.window, c.at, c.page = c.window[:0], 0, page{}
	c.forget(-1)
	c.from = meta.DataPageOffset
	if d := meta.DictionaryPageOffset; d > 0 && d < c.from {
		c.from = d
	}
	// Writers of old left the header of the dictionary out of the size; no page ends behind the
	// footer's mark.
	const forgotten = 128
	c.end = min(size-int64(len(magic)), c.from+meta.TotalCompressedSize+forgotten)
	if c.from < int64(len(magic)) || meta.TotalCompressedSize < 0 || c.from > c.end || meta.TotalCompressedSize > size {
		return fmt.Errorf("%w: column %q lies outside the file", errDamaged, c.name)
	}
	if c.kind.Kind() >= 0 && meta.Type != c.physical() {
		return fmt.Errorf("%w: column %q is of another type in a row group", errDamaged, c.name)
	}
	return nil
}

// forget makes room for a dictionary; -1 says that there is none.
func (c *chunk) forget(words int) {
	c.words, c.coded, c.table = words, false, datasets.Column{}
	c.entries.Reset(max(words, 0))
}

// physical is the physical type of the column.
func (c *column) physical() format.Type {
	if t := c.kind.PhysicalType(); t != nil {
		return *t
	}
	return -1
}

// readAhead is how much of a column is read at once.
const readAhead = 512 << 10

// need gives the next n bytes of the column, with margin bytes behind them that mean nothing.
func (c *chunk) need(n int) ([]byte, error) {
	have := len(c.window) - c.at
	if n > have {
		if err := c.read(n); err != nil {
			return nil, err
		}
	}
	return c.window[c.at : c.at+n+margin : c.at+n+margin][:n], nil
}

// read brings n bytes into the window.
func (c *chunk) read(n int) error {
	rest := c.window[c.at:]
	more := c.end - c.from
	if int64(n-len(rest)) > more {
		return fmt.Errorf("%w: column %q goes on behind its end", errDamaged, c.name)
	}
	all := len(rest) + int(min(more, max(int64(n-len(rest)), readAhead)))
	if cap(c.window) < all+margin {
		c.window = append(make([]byte, 0, all+margin), rest...)
	} else {
		c.window = append(c.window[:0], rest...)
	}
	got, err := c.file.ReadAt(c.window[len(rest):all], c.from)
	if got < all-len(rest) {
		if err == io.EOF {
			err = errShrunk
		}
		return err
	}
	c.from, c.window, c.at = c.from+int64(got), c.window[:all], 0
	return nil
}

var errFewer = fmt.Errorf("%w: there are fewer values than rows", errDamaged)

// nextHeader takes the header of the next page.
func (c *chunk) nextHeader() (header, error) {
	const usual, most = 256, 16 << 20 // the least and greatest value stand in it
	left := int(min(int64(len(c.window)-c.at)+c.end-c.from, most))
	if left == 0 {
		return header{}, errFewer
	}
	for n := min(usual, left); ; n = min(n*8, left) {
		text, err := c.need(n)
		if err != nil {
			return header{}, err
		}
		h, size, err := readHeader(text)
		if err == errShort && n < left {
			continue
		}
		if err == errShort {
			return h, errFewer
		}
		c.at += size
		return h, err
	}
}

// nextPage goes to the next page that has rows; a dictionary on the way is typed.
func (c *chunk) nextPage() error {
	for {
		h, err := c.nextHeader()
		if err != nil {
			return err
		}
		body, err := c.need(int(h.packed))
		if err != nil {
			return err
		}
		c.at += len(body)
		if err := h.checkSum(body); err != nil {
			return err
		}
		switch h.kind {
		case format.DictionaryPage:
			err = c.dictionary(&h, body)
		case format.DataPage, format.DataPageV2:
			err = c.data(&h, body)
		}
		if err != nil || c.page.rows > 0 {
			return err
		}
	}
}

// dictionary types the values of a dictionary.
func (c *chunk) dictionary(h *header, body []byte) error {
	text, err := c.unpack(c.codec, body, h.size)
	if err != nil {
		return err
	}
	if c.words >= 0 {
		return fmt.Errorf("%w: column %q has two dictionaries", errDamaged, c.name)
	}
	values := page{chunk: c, encoding: format.Plain, text: text, most: int(h.values)}
	if err := values.count(); err != nil {
		return err
	}
	c.forget(values.most)
	return c.typeWords(&values)
}

// data begins a page of values.
func (c *chunk) data(h *header, body []byte) error {
	if h.values > c.rows {
		return fmt.Errorf("%w: column %q has more values than there are rows", errDamaged, c.name)
	}
	c.rows -= h.values
	if h.values == 0 {
		return nil
	}
	c.page = page{chunk: c, rows: int(h.values), most: int(h.values), encoding: h.encoding}
	if h.kind == format.DataPage {
		return c.page.begin1(h, body)
	}
	return c.page.begin2(h, body)
}
