package parquetfile

import (
	"fmt"
	"strconv"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"
	"github.com/parquet-go/parquet-go/format"

	"github.com/efseval/efseval/datasets"
)

// converter makes a cell of a value that is not null. A cell without Text has it in what was
// appended to the scratch.
type converter func(scratch []byte, v parquet.Value) (datasets.Cell, []byte)

// converterOf chooses by the logical type of a column, else by its physical one. exact says that
// doubles are wanted to their last digit.
func converterOf(c *parquet.Column, element *format.SchemaElement, exact bool) (converter, error) {
	if !c.Leaf() || c.Repeated() {
		return nil, fmt.Errorf("%w: %q", errNested, c.Name())
	}
	if logical := logicalOf(c, element); logical != nil {
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
		case *format.TimeType:
			return timeCell(t)
		case *format.UUIDType:
			return uuidCell, nil
		case *format.Float16Type:
			return halfCell, nil
		case *format.NullType:
			return noCell, nil
		case *format.StringType, *format.EnumType, *format.JsonType:
			return textCell, nil
		case nil:
		default:
			return nil, fmt.Errorf("%w: %q is %s", errType, c.Name(), logical)
		}
	}
	if element.ConvertedType.Valid && element.ConvertedType.V == deprecated.Interval {
		return nil, fmt.Errorf("%w: %q is INTERVAL", errType, c.Name())
	}
	return physical(c, exact)
}

// logicalOf is the logical type of a column. The library keeps those that it does not know to
// itself.
func logicalOf(c *parquet.Column, element *format.SchemaElement) *format.LogicalType {
	if element.LogicalType.Value != nil {
		return &element.LogicalType
	}
	if c.Type().Kind() < 0 { // a type that the library does not know
		return nil
	}
	return c.Type().LogicalType()
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
	case parquet.ByteArray, parquet.FixedLenByteArray:
		return textCell, nil
	case parquet.Int96:
		return int96Cell, nil
	}
	return nil, fmt.Errorf("%w: %q is %s", errType, c.Name(), c.Type())
}
