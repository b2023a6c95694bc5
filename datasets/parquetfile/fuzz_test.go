package parquetfile

import (
	"path/filepath"
	"testing"

	"github.com/parquet-go/parquet-go/format"
)

// FuzzOpen reads any bytes as Parquet: no panic, and no more memory than such a file can need.
func FuzzOpen(f *testing.F) {
	for _, text := range damaged(f) {
		f.Add(text)
		f.Add(text[:len(text)/2])
	}
	p := profile(f, "generic", "tags")
	f.Fuzz(func(t *testing.T, text []byte) {
		const most = 256 << 20
		if made, err := readBytes(t, filepath.Join(t.TempDir(), "fuzz.parquet"), text, p); made > most+uint64(len(text))*1000 {
			t.Errorf("%d MB made of %d bytes, %v", made>>20, len(text), err)
		}
	})
}

// FuzzPage decompresses and reads any bytes as a page.
func FuzzPage(f *testing.F) {
	f.Add([]byte{3, 0, 0, 0, 16, 1, 0, 2, 16, 1}, byte(8), byte(0), uint16(8))
	f.Add([]byte{2, 3, 0x1B, 0xFF}, byte(2), byte(1), uint16(8))
	f.Fuzz(func(t *testing.T, text []byte, encoding, codec byte, rows uint16) {
		body := append(append([]byte(nil), text...), make([]byte, margin)...)[:len(text)]
		shape := shapes()[int(encoding)%len(shapes())]
		c := &chunk{column: &column{name: "x", kind: shape.node.Type(), optional: encoding%2 == 0}, codec: format.CompressionCodec(codec % 8), words: 5}
		c.page = page{chunk: c, rows: int(rows), most: int(rows), encoding: format.Encoding(encoding % 10)}
		if c.truths() {
			return // their dictionary needs a profile
		}
		if err := c.page.begin1(&header{size: int64(len(text)), levels: format.RLE}, body); err != nil {
			return
		}
		for n := 0; n < int(rows); n += 100 {
			held, err := c.page.missing(min(100, int(rows)-n))
			if err != nil {
				return
			}
			c.values = sized(c.values, held)
			if c.page.numbers.text != nil {
				err = c.page.numbers.numbers(make([]int32, held))
			} else {
				err = guard(func() error { return c.page.read(c.values) })
			}
			if err != nil {
				return
			}
		}
	})
}
