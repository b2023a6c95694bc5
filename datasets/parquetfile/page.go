package parquetfile

import (
	"encoding/binary"
	"fmt"
	"math/bits"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// page is a page of values, read from its first row to its last.
type page struct {
	*chunk
	rows     int // not yet read
	most     int // values that it can have
	encoding format.Encoding
	levels   runs   // 1 where a row has a value; of width 0: each has
	text     []byte // the values as they stand, behind the levels
	numbers  runs   // of the dictionary
	reader   parquet.ValueReader
}

// oldDictionary is what old writers, and DuckDB, call the encoding RLE_DICTIONARY: PLAIN_DICTIONARY.
const oldDictionary format.Encoding = 2

// begin1 begins a page of version 1: levels and values are compressed together.
func (p *page) begin1(h *header, body []byte) error {
	text, err := p.unpack(p.codec, body, h.size)
	if err != nil {
		return err
	}
	if !p.optional {
		return p.beginValues(text)
	}
	if h.levels == format.BitPacked {
		return p.beginReversed(text)
	}
	if h.levels != format.RLE || len(text) < 4 {
		return fmt.Errorf("%w: column %q does not say which values are missing", errDamaged, p.name)
	}
	size := int64(binary.LittleEndian.Uint32(text))
	if text = text[4:]; size > int64(len(text)) {
		return fmt.Errorf("%w: column %q does not say which values are missing", errDamaged, p.name)
	}
	p.levels = truthsOf(text[:size])
	return p.beginValues(text[size:])
}

// beginReversed begins a page whose levels are in the encoding of the first writers: a bit a row,
// the highest first.
func (p *page) beginReversed(text []byte) error {
	size := (p.rows + 7) / 8
	if size > len(text) {
		return errRuns
	}
	turned := make([]byte, size, size+margin)
	for i := range turned {
		turned[i] = bits.Reverse8(text[i])
	}
	p.levels = truthsOf(turned)
	p.levels.packed, p.levels.left, p.levels.at = true, p.rows, size
	return p.beginValues(text[size:])
}

// begin2 begins a page of version 2: the levels stand before the values and are not compressed.
func (p *page) begin2(h *header, body []byte) error {
	before := h.passBytes + h.levelBytes
	if p.optional {
		p.levels = truthsOf(body[h.passBytes:before])
	}
	codec := p.codec
	if h.plain {
		codec = format.Uncompressed
	}
	// Where no row has a value, some writers leave the compressed nothing out.
	if int64(len(body)) == before && h.size == before {
		return p.beginValues(body[before:])
	}
	text, err := p.unpack(codec, body[before:], h.size-before)
	if err != nil {
		return err
	}
	return p.beginValues(text)
}

// runsOf reads a text that has margin bytes of capacity behind it.
func runsOf(text []byte, width int) runs {
	return runs{text: text[: len(text)+margin : len(text)+margin], end: len(text), width: width}
}

// truthsOf is runsOf for levels and truth values.
func truthsOf(text []byte) runs {
	r := runsOf(text, 1)
	r.truths = true
	return r
}

// beginValues begins with what stands behind the levels.
func (p *page) beginValues(text []byte) error {
	p.text = text
	switch p.encoding {
	case oldDictionary, format.RLEDictionary:
		return p.beginNumbers(text)
	case format.RLE:
		return p.beginTruths(text)
	case format.Plain:
		if p.truths() {
			p.numbers = truthsOf(text)
			p.numbers.packed, p.numbers.left, p.numbers.at = true, 8*len(text), len(text)
			return p.typeTruths()
		}
	}
	return nil
}

// beginNumbers begins with numbers of the dictionary, behind a byte that says how wide they are.
func (p *page) beginNumbers(text []byte) error {
	if len(text) == 0 { // no row has a value
		p.numbers = runsOf(text, 0)
		return nil
	}
	if text[0] > maxWidth {
		return fmt.Errorf("%w: column %q has numbers of %d bits", errDamaged, p.name, text[0])
	}
	p.numbers = runsOf(text[1:], int(text[0]))
	return nil
}

// beginTruths begins with truth values in runs, behind their length.
func (p *page) beginTruths(text []byte) error {
	if !p.truths() {
		return p.unknown()
	}
	if len(text) < 4 || int64(binary.LittleEndian.Uint32(text)) > int64(len(text)-4) {
		return errRuns
	}
	p.numbers = truthsOf(text[4:][:binary.LittleEndian.Uint32(text)])
	return p.typeTruths()
}

// truths tells whether the column has truth values. They are numbers of a dictionary of two.
func (c *column) truths() bool { return c.kind.Kind() == parquet.Boolean }

// typeTruths makes the dictionary of truth values.
func (p *page) typeTruths() error {
	p.encoding = format.RLEDictionary
	if p.words == 2 {
		return nil
	}
	p.forget(2)
	return p.typeEach(p.entries, 2, func(i int) parquet.Value { return parquet.BooleanValue(i == 1) })
}

func (c *column) unknown() error {
	return fmt.Errorf("%w: column %q is in an encoding that a %s cannot have", errDamaged, c.name, c.kind)
}
