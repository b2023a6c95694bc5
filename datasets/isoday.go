package datasets

import "encoding/binary"

// isoDay reads the ten bytes yyyy-MM-dd that a text begins with, all at once; false where they
// are something else or no day from 1800 to 2299. The text goes on for six bytes at least.
func isoDay(text []byte) (days int32, ok bool) {
	const (
		form = 0x2D30302D30303030 // "0000-00-", the first byte lowest
		most = 0x7F76767F76767676 // what takes a byte above 9, or above 0 where a mark stands, to 80
	)
	x := binary.LittleEndian.Uint64(text) ^ form
	tens, ones := text[8]-'0', text[9]-'0'
	if (x|(x&^highBits+most))&highBits != 0 || tens > 9 || ones > 9 {
		return 0, false
	}
	year := int(x&0xF)*1000 + int(x>>8&0xF)*100 + int(x>>16&0xF)*10 + int(x>>24&0xF)
	month := int(x>>40&0xF)*10 + int(x>>48&0xF)
	days, err := DaysOf(year, month, int(tens)*10+int(ones))
	return days, err == nil
}
