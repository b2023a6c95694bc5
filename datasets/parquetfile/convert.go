package parquetfile

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/efseval/efseval/datasets"
)

// converter makes a cell of a value that is not null. A cell without Text has it in what was
// appended to the scratch.
type converter func(scratch []byte, v parquet.Value) (datasets.Cell, []byte)

// converterOf chooses by the logical type of a column, else by its physical one. exact says that
// doubles are wanted to their last digit.
func converterOf(c *parquet.Column, exact bool) (converter, error) {
	if !c.Leaf() || c.Repeated() {
		return nil, fmt.Errorf("%w: %q", errNested, c.Name())
	}
	if logical := c.Type().LogicalType(); logical != nil {
		switch t := logical.Value.(type) {
		case *format.DateType:
			return dateCell, nil
		case *format.TimestampType:
			return timestampCell(t)
		case *format.DecimalType:
			if t.Scale < 0 || t.Scale > maxScale {
				return nil, fmt.Errorf("%w: %q is %s", errType, c.Name(), logical)
			}
			return decimalCell(int(t.Scale)), nil
		case *format.IntType:
			if !t.IsSigned {
				return unsignedCell(c.Type().Kind())
			}
		case *format.StringType, *format.EnumType, *format.JsonType:
			return textCell, nil
		case nil:
		default:
			return nil, fmt.Errorf("%w: %q is %s", errType, c.Name(), logical)
		}
	}
	return physical(c, exact)
}

// isText tells whether the values of a column are texts as they stand.
func isText(c *parquet.Column) bool {
	if c.Type().Kind() != parquet.ByteArray {
		return false
	}
	logical := c.Type().LogicalType()
	if logical == nil {
		return true
	}
	switch logical.Value.(type) {
	case *format.StringType, *format.EnumType, *format.JsonType, nil:
		return true
	}
	return false
}

// isDay tells whether the values of a column are day numbers.
func isDay(c *parquet.Column) bool {
	if c.Type().Kind() != parquet.Int32 || c.Type().LogicalType() == nil {
		return false
	}
	_, ok := c.Type().LogicalType().Value.(*format.DateType)
	return ok
}

// maxScale is the most decimals a Parquet decimal has in practice (precision 76).
const maxScale = 76

func physical(c *parquet.Column, exact bool) (converter, error) {
	switch c.Type().Kind() {
	case parquet.Boolean:
		return func(to []byte, v parquet.Value) (datasets.Cell, []byte) {
			return datasets.Cell{Plain: true}, strconv.AppendBool(to, v.Boolean())
		}, nil
	case parquet.Int32:
		return func(to []byte, v parquet.Value) (datasets.Cell, []byte) {
			return datasets.Cell{Plain: true}, strconv.AppendInt(to, int64(v.Int32()), 10)
		}, nil
	case parquet.Int64:
		return func(to []byte, v parquet.Value) (datasets.Cell, []byte) {
			return datasets.Cell{Plain: true}, strconv.AppendInt(to, v.Int64(), 10)
		}, nil
	case parquet.Float:
		return func(to []byte, v parquet.Value) (datasets.Cell, []byte) { return realCell(to, float64(v.Float()), 32) }, nil
	case parquet.Double:
		if exact {
			return func(to []byte, v parquet.Value) (datasets.Cell, []byte) { return realCell(to, v.Double(), 64) }, nil
		}
		return func(to []byte, v parquet.Value) (datasets.Cell, []byte) {
			return realCell(to, datasets.RoundDouble(v.Double()), 64)
		}, nil
	case parquet.ByteArray:
		return textCell, nil
	case parquet.Int96:
		return int96Cell, nil
	}
	return nil, fmt.Errorf("%w: %q is %s", errType, c.Name(), c.Type())
}

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

func dateCell(to []byte, v parquet.Value) (datasets.Cell, []byte) {
	return datasets.Cell{Plain: true}, datasets.AppendDay(to, v.Int32())
}

// RuleUTC marks a column of dates whose days are those of UTC.
const RuleUTC = "date.utc"

// inUTC tells whether a column holds moments that the file says are adjusted to UTC.
func inUTC(c *parquet.Column) bool {
	if !c.Leaf() || c.Type().LogicalType() == nil {
		return false
	}
	t, ok := c.Type().LogicalType().Value.(*format.TimestampType)
	return ok && t.IsAdjustedToUTC
}

// daysInUTC says how the day of such a column was found: half past midnight in Poland is the day
// before in UTC.
func daysInUTC(at datasets.Position, field string) datasets.Problem {
	return datasets.Problem{Position: at, Field: field, Rule: RuleUTC, Severity: datasets.Note, Message: datasets.Label{
		PL: "kolumna zawiera chwile sprowadzone do UTC; za dzień przyjęto dzień kalendarzowy w UTC, a nie w czasie polskim. Zapisz kolumnę jako datę, aby tego uniknąć",
		EN: "the column holds moments adjusted to UTC; the calendar day is taken in UTC, not in Polish time. Write the column as a date to avoid this",
	}}
}

// timestampCell prints a moment as yyyy-MM-dd hh:mm:ss, as it is stored: a moment adjusted to
// UTC in UTC, a local one as local.
func timestampCell(t *format.TimestampType) (converter, error) {
	if t.Unit.Value == nil {
		return nil, fmt.Errorf("%w: a timestamp without a unit", errDamaged)
	}
	unit := int64(t.Unit.Value.Duration())
	perSecond := int64(time.Second) / unit
	return func(to []byte, v parquet.Value) (datasets.Cell, []byte) {
		n := v.Int64()
		seconds := n / perSecond
		if n%perSecond < 0 {
			seconds--
		}
		return datasets.Cell{Plain: true}, time.Unix(seconds, 0).UTC().AppendFormat(to, time.DateTime)
	}, nil
}

// int96Cell prints the deprecated timestamp: nanoseconds of a day, and the Julian day.
func int96Cell(to []byte, v parquet.Value) (datasets.Cell, []byte) {
	const julianOf1970 = 2440588
	return datasets.Cell{Plain: true}, datasets.AppendDay(to, int32(int64(v.Int96()[2])-julianOf1970))
}

// decimalCell prints an integer with the decimal point scale digits from its end.
func decimalCell(scale int) converter {
	return func(to []byte, v parquet.Value) (datasets.Cell, []byte) {
		digits := unscaled(v)
		negative := digits != "" && digits[0] == '-'
		if negative {
			digits = digits[1:]
			to = append(to, '-')
		}
		for len(digits) <= scale {
			digits = "0" + digits
		}
		to = append(to, digits[:len(digits)-max(scale, 0)]...)
		if scale > 0 {
			to = append(append(to, '.'), digits[len(digits)-scale:]...)
		}
		return datasets.Cell{Plain: true}, to
	}
}

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
	n := new(big.Int).SetBytes(raw)
	if len(raw) > 0 && raw[0] >= 0x80 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(raw))))
	}
	return n.String()
}
