package parquetfile

import (
	"errors"
	"fmt"

	"github.com/parquet-go/parquet-go/format"
)

// maxPage is the most bytes that a page may have once it is decompressed: writers make pages of a
// megabyte, the most careless of a row group.
const maxPage = 1 << 30

// header is what a page says of itself.
type header struct {
	kind         format.PageType
	size, packed int64 // bytes of the page, decompressed and as it stands in the file
	sum          uint32
	summed       bool
	values       int64
	encoding     format.Encoding
	levels       format.Encoding // of the definition levels of a page of version 1
	levelBytes   int64           // of the levels of a page of version 2
	passBytes    int64           // of its repetition levels, of which flat columns have none
	plain        bool            // the values of a page of version 2 are not compressed
}

// errShort says that a header goes on behind the text.
var errShort = errors.New("a header goes on")

// readHeader reads the header at the beginning of text and tells how long it is.
func readHeader(text []byte) (h header, size int, err error) {
	c := compact{text: text}
	c.fields(func(id int16, kind byte) {
		switch {
		case id == 1 && kind <= kindInt64:
			h.kind = format.PageType(c.number())
		case id == 2 && kind <= kindInt64:
			h.size = c.number()
		case id == 3 && kind <= kindInt64:
			h.packed = c.number()
		case id == 4 && kind <= kindInt64:
			h.sum, h.summed = uint32(c.number()), true
		case (id == 5 || id == 7) && kind == kindStruct:
			h.version1(&c)
		case id == 8 && kind == kindStruct:
			h.version2(&c)
		default:
			c.skip(kind, 0)
		}
	})
	if c.bad {
		return h, 0, errShort
	}
	return h, c.at, h.check()
}

// version1 reads the part of data pages of version 1 and of dictionaries, which begin alike.
func (h *header) version1(c *compact) {
	c.fields(func(id int16, kind byte) {
		switch {
		case id == 1 && kind <= kindInt64:
			h.values = c.number()
		case id == 2 && kind <= kindInt64:
			h.encoding = format.Encoding(c.number())
		case id == 3 && kind > kindFalse && kind <= kindInt64:
			h.levels = format.Encoding(c.number())
		default:
			c.skip(kind, 1)
		}
	})
}

func (h *header) version2(c *compact) {
	c.fields(func(id int16, kind byte) {
		switch {
		case id == 1 && kind <= kindInt64:
			h.values = c.number()
		case id == 4 && kind <= kindInt64:
			h.encoding = format.Encoding(c.number())
		case id == 5 && kind <= kindInt64:
			h.levelBytes = c.number()
		case id == 6 && kind <= kindInt64:
			h.passBytes = c.number()
		case id == 7:
			h.plain = kind == kindFalse
		default:
			c.skip(kind, 1)
		}
	})
}

// check refuses what no page can be.
func (h *header) check() error {
	if h.size < 0 || h.packed < 0 || h.values < 0 || h.levelBytes < 0 || h.passBytes < 0 {
		return fmt.Errorf("%w: a page says that it has fewer than no bytes", errDamaged)
	}
	if h.size > maxPage || h.packed > maxPage {
		return fmt.Errorf("%w: %d bytes", errPage, max(h.size, h.packed))
	}
	if h.kind == format.DataPageV2 && h.levelBytes+h.passBytes > min(h.size, h.packed) {
		return fmt.Errorf("%w: a page is shorter than its levels", errDamaged)
	}
	return nil
}
