package report

import "encoding/binary"

// compactWalk walks over values in the compact protocol of Thrift, which the footer and the headers of pages are
// written in, before the Parquet library makes memory for what they claim.
type compactWalk struct {
	text    []byte
	at      int
	claimed int  // memory that the library will make, about
	bad     bool // the text ended too early, or is not of this protocol
}

// The kinds of value in the protocol that Parquet uses.
const (
	compactTrue   = 1 // a truth value stands in its kind
	compactFalse  = 2
	compactByte   = 3
	compactInt64  = 6 // kinds 4 to 6 are numbers of varying length
	compactDouble = 7
	compactBytes  = 8
	compactList   = 9
	compactStruct = 12
)

const (
	maxCompactDepth = 32       // values of Parquet lie six deep at most
	maxCompactMade  = 16 << 20 // bytes that the library may make of them
)

// walkCompact passes over the struct at the beginning of text and tells its length.
func walkCompact(text []byte) (int, error) {
	w := &compactWalk{text: text}
	w.structure(0)
	if w.bad {
		return 0, errParquetDamaged
	}
	return w.at, nil
}

func (w *compactWalk) byte() byte {
	if w.pass(1); w.bad {
		return 0
	}
	return w.text[w.at-1]
}

func (w *compactWalk) pass(n uint64) {
	if w.bad = w.bad || n > uint64(len(w.text)-w.at); !w.bad {
		w.at += int(n)
	}
}

func (w *compactWalk) number() uint64 {
	x, size := binary.Uvarint(w.text[w.at:])
	if w.bad = w.bad || size <= 0; w.bad {
		return 0
	}
	w.at += size
	return x
}

func (w *compactWalk) structure(depth int) {
	w.bad = w.bad || depth > maxCompactDepth
	for !w.bad {
		head := w.byte()
		if head == 0 {
			return
		}
		if head>>4 == 0 { // the number of the field stands behind
			w.number()
		}
		w.value(head&0xF, depth)
	}
}

func (w *compactWalk) value(kind byte, depth int) {
	switch {
	case kind == compactTrue || kind == compactFalse:
	case kind == compactByte:
		w.byte()
	case kind > compactByte && kind <= compactInt64:
		w.number()
	case kind == compactDouble:
		w.pass(8)
	case kind == compactBytes:
		w.pass(w.number())
	case kind == compactList:
		w.list(depth + 1)
	case kind == compactStruct:
		w.structure(depth + 1)
	default: // maps and sets, which Parquet does not have
		w.bad = true
	}
}

func (w *compactWalk) list(depth int) {
	const element = 800 // bytes of the largest, what is said of a column in a row group
	head := w.byte()
	n := uint64(head >> 4)
	if n == 15 {
		n = w.number()
	}
	kind := head & 0xF
	if kind == compactTrue || kind == compactFalse { // in a list a truth value is a byte
		kind = compactByte
	}
	if n > uint64(len(w.text)-w.at) || depth > maxCompactDepth { // a value takes a byte at least
		w.bad = true
		return
	}
	w.claimed += int(n) * element
	for w.bad = w.bad || w.claimed > maxCompactMade; n > 0 && !w.bad; n-- {
		w.value(kind, depth)
	}
}
