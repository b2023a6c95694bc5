package parquetfile

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/encoding"
	"github.com/parquet-go/parquet-go/format"
)

// count refuses a page that says that it has more values than fit into it.
func (p *page) count() error {
	size := p.width()
	if p.kind.Kind() == parquet.ByteArray {
		size = 4 // of its length
	}
	if size > 0 && p.most > len(p.text)/size {
		return errRuns
	}
	return nil
}

// read gives the next values of the page; the memory belongs to the page.
func (p *page) read(values []parquet.Value) error {
	if p.reader == nil && len(values) > 0 {
		if err := p.decode(); err != nil {
			return err
		}
	}
	for len(values) > 0 {
		n, err := p.reader.ReadValues(values)
		values = values[n:]
		if len(values) > 0 && (err != nil || n == 0) {
			if err == nil || err == io.EOF {
				err = errRuns
			}
			return err
		}
	}
	return nil
}

// decode lets the library decode the values, once it is known that it makes no more memory for
// them than the page can fill.
func (p *page) decode() error {
	if p.kind.Kind() == parquet.ByteArray && p.encoding == format.Plain {
		p.reader = &texts{text: p.text}
		return nil
	}
	if err := p.fits(); err != nil {
		return err
	}
	var offsets []uint32
	if p.kind.Kind() == parquet.ByteArray {
		offsets = make([]uint32, 0, 1)
	}
	values, err := p.kind.Decode(p.kind.NewValues(nil, offsets), p.text, parquet.LookupEncoding(p.encoding))
	if err != nil {
		return fmt.Errorf("%w: column %q: %w", errDamaged, p.name, err)
	}
	n := min(p.decoded(values), p.most)
	p.reader = p.kind.NewPage(0, n, values).Values()
	return nil
}

// decoded counts values.
func (p *page) decoded(values encoding.Values) int {
	data, offsets := values.Data()
	switch kind := p.kind.Kind(); kind {
	case parquet.ByteArray:
		return max(len(offsets)-1, 0)
	case parquet.FixedLenByteArray:
		return len(data) / max(p.kind.Length(), 1)
	case parquet.Int96:
		return len(data) / 12
	case parquet.Int32, parquet.Float:
		return len(data) / 4
	case parquet.Int64, parquet.Double:
		return len(data) / 8
	}
	return 0
}

// fits refuses an encoding that says that it has more values than the page.
func (p *page) fits() error {
	switch p.encoding {
	case format.Plain, format.ByteStreamSplit:
		if size := p.width(); size > 0 && len(p.text)%size != 0 {
			return errRuns
		}
		return nil
	case format.DeltaBinaryPacked, format.DeltaLengthByteArray:
		return p.fitsDelta()
	case format.DeltaByteArray:
		if err := p.fitsDelta(); err != nil {
			return err
		}
		// each value may begin with all of the one before
		if int64(p.kind.EstimateDecodeSize(p.most, p.text, &parquet.DeltaByteArray)) > maxPage {
			return fmt.Errorf("%w: column %q", errPage, p.name)
		}
		return nil
	}
	return p.unknown()
}

// width is the size of a value that has a fixed one, else 0.
func (c *column) width() int {
	switch c.kind.Kind() {
	case parquet.Int32, parquet.Float:
		return 4
	case parquet.Int64, parquet.Double:
		return 8
	case parquet.Int96:
		return 12
	case parquet.FixedLenByteArray:
		return c.kind.Length()
	}
	return 0
}

// fitsDelta reads how many values a delta encoding says that it has: the third number.
func (p *page) fitsDelta() error {
	at, said := 0, uint64(0)
	for range 3 {
		x, n := binary.Uvarint(p.text[at:])
		if n <= 0 {
			return errRuns
		}
		at, said = at+n, x
	}
	// a block of 128 equal differences takes 5 bytes, one of many more not much more
	const dense = 1024
	if said > uint64(p.most) || said > uint64(len(p.text))*dense || said > math.MaxInt32 {
		return errRuns
	}
	return nil
}

// texts reads texts that stand one behind the other, each behind its length.
type texts struct{ text []byte }

// ReadValues is of [parquet.ValueReader].
func (t *texts) ReadValues(values []parquet.Value) (int, error) {
	for i := range values {
		if len(t.text) < 4 {
			return i, io.EOF
		}
		size := int64(binary.LittleEndian.Uint32(t.text))
		if size > int64(len(t.text)-4) {
			return i, io.EOF
		}
		values[i] = parquet.ByteArrayValue(t.text[4 : 4+size])
		t.text = t.text[4+size:]
	}
	return len(values), nil
}
