package parquetfile

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"strconv"

	"github.com/parquet-go/parquet-go"

	"github.com/efseval/efseval/datasets"
)

// textCell points into the page.
func textCell(to []byte, v parquet.Value) (datasets.Cell, []byte) {
	text := v.ByteArray()
	if text == nil {
		text = []byte{}
	}
	return datasets.Cell{Text: text}, to
}

// realCell is a real number in plain digits; NaN is missing.
//
// A double that is read as an amount, a count or an identifier is rounded as in a spreadsheet,
// where it mostly comes from; one that is read as a real number stays as exact as it is.
func realCell(to []byte, x float64, bits int) (datasets.Cell, []byte) {
	if math.IsNaN(x) {
		return datasets.Cell{}, to
	}
	return datasets.Cell{Plain: true}, strconv.AppendFloat(to, x, 'f', -1, bits)
}

func unsignedCell(kind parquet.Kind) (converter, error) {
	if kind == parquet.Int32 {
		return func(to []byte, v parquet.Value) (datasets.Cell, []byte) {
			return datasets.Cell{Plain: true}, strconv.AppendUint(to, uint64(v.Uint32()), 10)
		}, nil
	}
	return func(to []byte, v parquet.Value) (datasets.Cell, []byte) {
		return datasets.Cell{Plain: true}, strconv.AppendUint(to, v.Uint64(), 10)
	}, nil
}

// noCell is of a column that never has a value.
func noCell(to []byte, _ parquet.Value) (datasets.Cell, []byte) {
	return datasets.Cell{Text: []byte{}}, to
}

// uuidCell prints 16 bytes as 8-4-4-4-12 digits.
func uuidCell(to []byte, v parquet.Value) (datasets.Cell, []byte) {
	raw := v.ByteArray()
	for i, end := range [...]int{4, 6, 8, 10, 16} {
		if i > 0 {
			to = append(to, '-')
		}
		start := [...]int{0, 4, 6, 8, 10}[i]
		to = hex.AppendEncode(to, raw[min(start, len(raw)):min(end, len(raw))])
	}
	return datasets.Cell{}, to
}

// halfCell prints a real number of 16 bits: a sign, 5 bits of exponent, 10 of fraction.
func halfCell(to []byte, v parquet.Value) (datasets.Cell, []byte) {
	raw := v.ByteArray()
	if len(raw) != 2 {
		return datasets.Cell{}, to
	}
	return realCell(to, float64(half(binary.LittleEndian.Uint16(raw))), 32)
}

func half(x uint16) float32 {
	exponent, fraction := int(x>>10&0x1F), float64(x&0x3FF)
	value := math.Ldexp(1+fraction/1024, exponent-15)
	switch {
	case exponent == 0:
		value = math.Ldexp(fraction/1024, -14)
	case exponent == 31 && fraction == 0:
		value = math.Inf(1)
	case exponent == 31:
		value = math.NaN()
	}
	if x>>15 == 1 {
		value = -value
	}
	return float32(value)
}
