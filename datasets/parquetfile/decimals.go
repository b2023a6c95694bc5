package parquetfile

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"

	"github.com/efseval/efseval/datasets"
)

// decimalCell prints an integer with the decimal point scale digits from its end.
func decimalCell(scale int) converter {
	return func(to []byte, v parquet.Value) (datasets.Cell, []byte) {
		digits := unscaled(v)
		negative := digits != "" && digits[0] == '-'
		if negative {
			digits = digits[1:]
			to = append(to, '-')
		}
		if missing := scale + 1 - len(digits); missing > 0 {
			digits = strings.Repeat("0", missing) + digits
		}
		to = append(to, digits[:len(digits)-max(scale, 0)]...)
		if scale > 0 {
			to = append(append(to, '.'), digits[len(digits)-scale:]...)
		}
		return datasets.Cell{Plain: true}, to
	}
}

// maxDecimal is the most bytes of a decimal: those of 76 digits.
const maxDecimal = 32

// unscaled is the integer of a decimal: a number, or the bytes of one in two's complement, the
// highest first.
func unscaled(v parquet.Value) string {
	switch v.Kind() {
	case parquet.Int32:
		return strconv.FormatInt(int64(v.Int32()), 10)
	case parquet.Int64:
		return strconv.FormatInt(v.Int64(), 10)
	}
	raw := v.ByteArray()
	if len(raw) > maxDecimal {
		return fmt.Sprintf("(%d bytes)", len(raw)) // no number: the cell is told
	}
	n := new(big.Int).SetBytes(raw)
	if len(raw) > 0 && raw[0] >= 0x80 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(raw))))
	}
	return n.String()
}
