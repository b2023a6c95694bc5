package parquetfile

import "encoding/binary"

// codes is a dictionary of categories made to be looked up fast: what each number stands for, and
// where numbers are so narrow, what every four that can stand side by side do.
type codes struct {
	each  [256]uint8
	fours []uint32 // by the bits of four numbers
	width int      // of the numbers that fours is for; 0: none
	count int      // values of the dictionary
}

// noCode stands for a number that the dictionary lacks; codes are below it.
const noCode = 0x80

// foursWidth is the most bits of a number for which fours is made: 4096 words of it stay in the
// first cache of a core.
const foursWidth = 3

// set makes the table of a dictionary; false where it has too many values or codes.
func (c *codes) set(values []uint8) bool {
	c.width, c.count = 0, len(values)
	if len(values) > len(c.each) {
		return false
	}
	for _, v := range values {
		if v >= noCode {
			return false
		}
	}
	fill(c.each[copy(c.each[:], values):], noCode)
	return true
}

// widen makes fours for numbers of a width.
func (c *codes) widen(width int) {
	if width == c.width || width == 0 || width > foursWidth {
		return
	}
	c.width = width
	mask := 1<<width - 1
	c.fours = c.fours[:0]
	for bits := range 1 << (4 * width) {
		c.fours = append(c.fours, uint32(c.each[bits&mask])|uint32(c.each[bits>>width&mask])<<8|
			uint32(c.each[bits>>(2*width)&mask])<<16|uint32(c.each[bits>>(3*width)&mask])<<24)
	}
}

// look reads numbers and puts their codes into dst; whole is false where the dictionary lacks one.
func (c *codes) look(r *runs, dst []uint8) (whole bool, err error) {
	c.widen(r.width)
	for rest := dst; len(rest) > 0; {
		n, err := r.take(len(rest))
		if err != nil {
			return false, err
		}
		switch {
		case !r.packed && r.value >= uint32(len(c.each)):
			return false, nil
		case !r.packed:
			fill(rest[:n], c.each[r.value])
		default:
			c.unpack(rest[:n], r.text, r.bit, r.width)
		}
		r.skipped(n)
		rest = rest[n:]
	}
	return c.count == len(c.each) || c.count >= 1<<r.width || below(dst), nil
}

// below tells whether the dictionary has all numbers that were looked up.
func below(found []uint8) bool {
	all := uint8(0)
	for ; len(found) >= 8; found = found[8:] {
		word := binary.LittleEndian.Uint64(found)
		word |= word >> 32
		word |= word >> 16
		all |= uint8(word | word>>8)
	}
	for _, b := range found {
		all |= b
	}
	return all < noCode
}

// unpack looks numbers of at most 8 bits up. Eight numbers fill width bytes, so that behind the
// first few each eight begin with a byte.
func (c *codes) unpack(dst []uint8, text []byte, bit, width int) {
	mask := uint8(1<<width - 1)
	for len(dst) > 0 && bit&7 != 0 {
		dst[0] = c.each[uint8(binary.LittleEndian.Uint16(text[bit>>3:])>>(bit&7))&mask]
		dst, bit = dst[1:], bit+width
	}
	packed := text[bit>>3:]
	if width <= foursWidth {
		c.unpackFours(dst, packed, width)
	} else {
		c.unpackEights(dst, packed, width, mask)
	}
	done := len(dst) &^ 7
	bit += done * width
	for i := done; i < len(dst); i++ {
		dst[i] = c.each[uint8(binary.LittleEndian.Uint16(text[bit>>3:])>>(bit&7))&mask]
		bit += width
	}
}

func (c *codes) unpackFours(dst []uint8, packed []byte, width int) {
	fours, four := c.fours, 4*width
	mask := uint32(len(fours) - 1)
	for ; len(dst) >= 8; dst, packed = dst[8:], packed[width:] {
		bits := binary.LittleEndian.Uint32(packed)
		binary.LittleEndian.PutUint64(dst, uint64(fours[bits&mask])|uint64(fours[bits>>four&mask])<<32)
	}
}

func (c *codes) unpackEights(dst []uint8, packed []byte, width int, mask uint8) {
	for ; len(dst) >= 8; dst, packed = dst[8:], packed[width:] {
		bits, room := binary.LittleEndian.Uint64(packed), dst[:8:8]
		for i := range room {
			room[i] = c.each[uint8(bits)&mask]
			bits >>= width
		}
	}
}
