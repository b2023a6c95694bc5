package parquetfile

// compact walks over values in the compact protocol of Thrift, which the footer and the headers of
// pages are written in. It makes no memory for what the bytes claim.
type compact struct {
	text []byte
	at   int
	bad  bool // the text ended too early, or is not of this protocol
}

// The kinds of value in the protocol; a truth value stands in its kind.
const (
	kindTrue   = 1
	kindFalse  = 2
	kindByte   = 3
	kindInt64  = 6 // kinds 4 to 6 are numbers of varying length
	kindDouble = 7
	kindBytes  = 8
	kindList   = 9
	kindSet    = 10
	kindMap    = 11
	kindStruct = 12
)

// maxDepth is how deep values may lie in one another; those of Parquet lie six deep at most.
const maxDepth = 32

func (c *compact) byte() byte {
	if c.bad || c.at >= len(c.text) {
		c.bad = true
		return 0
	}
	c.at++
	return c.text[c.at-1]
}

func (c *compact) uvarint() (x uint64) {
	for shift := 0; shift < 64; shift += 7 {
		b := c.byte()
		x |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return x
		}
	}
	c.bad = true
	return 0
}

// number is a number of 16, 32 or 64 bits.
func (c *compact) number() int64 {
	x := c.uvarint()
	return int64(x>>1) ^ -int64(x&1)
}

// field begins the next field of a struct; kind 0 ends it.
func (c *compact) field(last int16) (id int16, kind byte) {
	b := c.byte()
	if b == 0 || c.bad {
		return 0, 0
	}
	if b>>4 != 0 {
		return last + int16(b>>4), b & 0xF
	}
	return int16(c.number()), b & 0xF
}

// fields calls one for each field of a struct; one must take the value.
func (c *compact) fields(one func(id int16, kind byte)) {
	for id, kind := c.field(0); kind != 0 && !c.bad; id, kind = c.field(id) {
		one(id, kind)
	}
}

// list begins a list or set.
func (c *compact) list() (n int, kind byte) {
	b := c.byte()
	size := uint64(b >> 4)
	if size == 15 {
		size = c.uvarint()
	}
	if size > uint64(len(c.text)-c.at) { // a value takes a byte at least
		c.bad = true
		return 0, 0
	}
	return int(size), b & 0xF
}

// skip passes over a value.
func (c *compact) skip(kind byte, depth int) {
	switch {
	case depth > maxDepth:
		c.bad = true
	case kind == kindTrue || kind == kindFalse:
	case kind == kindByte:
		c.byte()
	case kind <= kindInt64:
		c.uvarint()
	case kind == kindDouble:
		c.pass(8)
	case kind == kindBytes:
		c.pass(c.uvarint())
	case kind == kindList || kind == kindSet:
		n, of := c.list()
		c.skipMany(n, of, depth)
	case kind == kindMap:
		c.skipMap(depth)
	case kind == kindStruct:
		c.fields(func(_ int16, kind byte) { c.skip(kind, depth+1) })
	default:
		c.bad = true
	}
}

func (c *compact) skipMany(n int, kind byte, depth int) {
	if kind == kindTrue || kind == kindFalse { // in a list a truth value is a byte
		kind = kindByte
	}
	for range n {
		if c.skip(kind, depth+1); c.bad {
			return
		}
	}
}

func (c *compact) skipMap(depth int) {
	n := c.uvarint()
	if n == 0 || n > uint64(len(c.text)-c.at) {
		c.bad = c.bad || n > 0
		return
	}
	kinds := c.byte()
	for range n {
		c.skipMany(1, kinds>>4, depth)
		if c.skipMany(1, kinds&0xF, depth); c.bad {
			return
		}
	}
}

func (c *compact) pass(n uint64) {
	if n > uint64(len(c.text)-c.at) {
		c.bad = true
		return
	}
	c.at += int(n)
}
