package report

import (
	"encoding/binary"
	"math"
	"strconv"

	"github.com/parquet-go/parquet-go"
)

// parquetPresent reads which of n values are there: runs, whose count stands twice before the one bit that they
// repeat, and packed bits, whose count of bytes stands twice and one before them.
func parquetPresent(text []byte, n int) ([]bool, error) {
	present := make([]bool, 0, n)
	for len(present) < n {
		head, read := binary.Uvarint(text)
		if read <= 0 || head < 2 || read == len(text) {
			return nil, errParquetDamaged
		}
		text = text[read:]
		count := head >> 1
		if head&1 == 0 {
			if text[0] > 1 {
				return nil, errParquetDamaged
			}
			for range min(count, uint64(n-len(present))) {
				present = append(present, text[0] == 1)
			}
			text = text[1:]
			continue
		}
		if count > uint64(len(text)) {
			return nil, errParquetDamaged
		}
		for i := range min(count*8, uint64(n-len(present))) {
			present = append(present, text[i/8]>>(i%8)&1 == 1)
		}
		text = text[count:]
	}
	return present, nil
}

// plainValues reads values that stand one behind the other.
type plainValues struct {
	text string
	kind parquet.Kind
	bit  int // of the first byte, where values are bits
}

// next is the next value as text.
func (v *plainValues) next() (string, error) {
	switch v.kind {
	case parquet.Boolean:
		return v.truth()
	case parquet.Double:
		bytes, err := v.take(8)
		if err != nil {
			return "", err
		}
		return strconv.FormatFloat(math.Float64frombits(binary.LittleEndian.Uint64([]byte(bytes))), 'g', -1, 64), nil
	case parquet.ByteArray:
		size, err := v.take(4)
		if err != nil {
			return "", err
		}
		return v.take(uint64(binary.LittleEndian.Uint32([]byte(size))))
	}
	return "", errParquetOther
}

func (v *plainValues) truth() (string, error) {
	if v.text == "" {
		return "", errParquetDamaged
	}
	word := strconv.FormatBool(v.text[0]>>v.bit&1 == 1)
	if v.bit++; v.bit == 8 {
		v.text, v.bit = v.text[1:], 0
	}
	return word, nil
}

func (v *plainValues) take(n uint64) (taken string, err error) {
	if n > uint64(len(v.text)) {
		return "", errParquetDamaged
	}
	taken, v.text = v.text[:n], v.text[n:]
	return taken, nil
}
