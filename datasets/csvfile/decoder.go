package csvfile

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"github.com/efseval/efseval/datasets"
)

// decoder turns the bytes of a file into UTF-8 as they are read. An undeclared encoding is
// UTF-8 for as long as the bytes are; at the first that are not, and outnumber the letters that
// were, it is one of the three Polish one-byte encodings.
type decoder struct {
	source  io.Reader
	block   []byte // room for what is read at once
	raw     []byte // bytes of it that are not yet handed on
	failed  error  // what ended the source
	page    *page  // one-byte encoding in use; nil while UTF-8
	stated  bool
	mark    string // found or stated: utf-8-bom, utf-16le, utf-16be
	letters int    // runs of UTF-8 seen beyond ASCII
	strange int    // bytes seen that are not UTF-8
	wide    bool   // UTF-16
	broken  bool   // some bytes are not of the encoding of the rest
}

// newDecoder begins to read. encoding is empty where it is to be found.
func newDecoder(r io.Reader, encoding string) (*decoder, error) {
	d := &decoder{source: r, block: make([]byte, blockFor(r))}
	name := datasets.Fold(encoding)
	switch name {
	case "":
	case "utf 8", "utf8", "utf 8 bom":
		d.stated = true
	case "utf 16":
		d.utf16(d.eitherOrder())
	case "utf 16le", "utf 16 le":
		d.utf16(unicode.LittleEndian)
	case "utf 16be", "utf 16 be":
		d.utf16(unicode.BigEndian)
	default:
		if d.page = pageOf(name); d.page == nil {
			return nil, fmt.Errorf("%w %q", errEncoding, encoding)
		}
		d.stated = true
	}
	d.readMark()
	return d, nil
}

func (d *decoder) utf16(order unicode.Endianness) {
	d.source = unicode.UTF16(order, unicode.UseBOM).NewDecoder().Reader(d.source)
	d.mark, d.stated, d.wide = "utf-16le", true, true
	if order == unicode.BigEndian {
		d.mark = "utf-16be"
	}
}

// readMark reads the first block and takes a byte order mark off. UTF-16 without a mark shows
// by the zero in every second byte.
func (d *decoder) readMark() {
	d.more()
	if d.mark != "" {
		d.raw = bytes.TrimPrefix(d.raw, []byte("\uFEFF"))
		return
	}
	order, wide := wideOrder(d.raw)
	switch {
	case wide && d.page == nil:
		d.rewind()
		d.utf16(order)
		d.readMark()
	case bytes.HasPrefix(d.raw, []byte("\uFEFF")):
		d.mark, d.page, d.stated = "utf-8-bom", nil, true
		d.raw = d.raw[3:]
	}
}

// rewind gives what was read back to the source.
func (d *decoder) rewind() {
	d.source = io.MultiReader(bytes.NewReader(bytes.Clone(d.raw)), &rest{d.source, d.failed})
	d.raw, d.failed = nil, nil
}

// eitherOrder is the order of bytes that the first of them show, where UTF-16 is stated and not
// which; little-endian where they show none.
func (d *decoder) eitherOrder() unicode.Endianness {
	d.more()
	order, _ := wideOrder(d.raw)
	d.rewind()
	return order
}

// rest goes on with a source that may have ended already.
type rest struct {
	source io.Reader
	failed error
}

func (r *rest) Read(p []byte) (int, error) {
	if r.failed != nil {
		return 0, r.failed
	}
	return r.source.Read(p)
}

func wideOrder(raw []byte) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return unicode.BigEndian, true
	}
	even, odd := 0, 0
	sample := raw[:min(len(raw), 512)]
	for i, c := range sample {
		if c == 0 && i%2 == 0 {
			even++
		} else if c == 0 {
			odd++
		}
	}
	most := len(sample) * 2 / 5 // Polish text has a zero beside four letters in five or more
	switch {
	case len(sample) > 8 && odd > most && even == 0:
		return unicode.LittleEndian, true
	case len(sample) > 8 && even > most && odd == 0:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// more moves what is left to the front of the block and fills the rest of it from the source.
func (d *decoder) more() {
	kept := copy(d.block, d.raw)
	for kept < len(d.block) && d.failed == nil {
		var n int
		n, d.failed = d.source.Read(d.block[kept:])
		kept += n
	}
	d.raw = d.block[:kept]
	d.broken = d.broken || d.wide && bytes.Contains(d.raw, []byte(damaged))
}

// damaged is what stands for a letter of UTF-16 that is cut in half: in other encodings it may
// stand in the file itself.
const damaged = "\uFFFD"

// spoils tells whether a cell holds what is not of the encoding of the file.
func (d *decoder) spoils(cell []byte) bool {
	return !utf8.Valid(cell) || d.wide && bytes.Contains(cell, []byte(damaged))
}

// enoughLetters of UTF-8 are proof of it; no more are counted.
const enoughLetters = 1000

// Read hands on decoded text, whole letters only. p must have room for one.
func (d *decoder) Read(p []byte) (int, error) {
	if len(d.raw) < utf8.UTFMax && d.failed == nil {
		d.more()
	}
	if len(d.raw) == 0 {
		return 0, d.failed
	}
	if d.page == nil && !d.mayGoOn(min(len(p), len(d.raw))) {
		d.page = undecided()
	}
	if d.page != nil {
		n, used := d.page.decode(p, d.raw)
		d.raw = d.raw[used:]
		return n, nil
	}
	n := copy(p, d.raw[:d.whole(min(len(p), len(d.raw)))])
	d.raw = d.raw[n:]
	return n, nil
}

// whole is the length up to n that does not cut a letter in two.
func (d *decoder) whole(n int) int {
	for back := 1; back < utf8.UTFMax && back <= n; back++ {
		if c := d.raw[n-back]; utf8.RuneStart(c) {
			if !utf8.FullRune(d.raw[n-back:n]) && n-back > 0 {
				return n - back
			}
			break
		}
	}
	return n
}

// mayGoOn looks at the next n bytes and tells whether the file is still UTF-8.
func (d *decoder) mayGoOn(n int) bool {
	text := d.raw[:d.whole(n)]
	if utf8.Valid(text) {
		if d.letters < enoughLetters && !isASCII(text) {
			d.count(text)
		}
		return true
	}
	d.count(text)
	if !d.stated && d.strange > d.letters {
		return false
	}
	d.broken = true
	return true
}

func isASCII(text []byte) bool {
	for len(text) >= 8 {
		if (text[0]|text[1]|text[2]|text[3]|text[4]|text[5]|text[6]|text[7])&0x80 != 0 {
			return false
		}
		text = text[8:]
	}
	for _, c := range text {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// count adds the letters beyond ASCII and the bytes that are no letters.
func (d *decoder) count(text []byte) {
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		switch {
		case r == utf8.RuneError && size == 1:
			d.strange++
		case size > 1:
			d.letters++
		}
		text = text[size:]
	}
}

// name is the encoding as far as it was read.
func (d *decoder) name() string {
	switch {
	case d.mark != "":
		return d.mark
	case d.page != nil:
		return d.page.name
	}
	return "utf-8"
}
