package parquetfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"
	"github.com/parquet-go/parquet-go/format"
)

func one(v parquet.Value) func(*rand.Rand) parquet.Value {
	return func(*rand.Rand) parquet.Value { return v }
}

// readOne reads a column of one value and gives the second record, or the problems.
func readOne(t *testing.T, header string, node parquet.Node, v parquet.Value) (cell string, err error) {
	t.Helper()
	path, _ := writeShape(t, shape{header, node, one(v)}, false, &parquet.Plain, 0, 1)
	records, places, _, err := read(t, path, profile(t, "generic"))
	if err != nil {
		return "", err
	}
	for i, name := range records[0] {
		if name != "sex" && records[1][i] != "NaN" {
			return records[1][i], nil
		}
	}
	return strings.Join(places, "; "), nil
}

// TestValuesOfTypes reads a value of each of the rarer types. The halves are those of IEEE 754:
// 3E00 is 1.5, C500 is -5.
func TestValuesOfTypes(t *testing.T) {
	bytes16 := []byte{0xf8, 0x1d, 0x4f, 0xae, 0x7d, 0xec, 0x11, 0xd0, 0xa7, 0x65, 0, 0xa0, 0xc9, 0x1e, 0x6b, 0xf6}
	fixedText := parquet.FixedLenByteArrayType(5)
	for _, c := range []struct {
		header string
		node   parquet.Node
		v      parquet.Value
		want   string
	}{
		{"id", parquet.UUID(), parquet.FixedLenByteArrayValue(bytes16), "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"},
		{"id", parquet.Leaf(fixedText), parquet.FixedLenByteArrayValue([]byte("SYN-7")), "SYN-7"},
		{"id", parquet.Time(parquet.Microsecond), parquet.Int64Value(3_723_000_004), "01:02:03.000004"},
		{"id", parquet.Time(parquet.Millisecond), parquet.Int32Value(-1), "-1"},
		{"age", parquet.Decimal(1, 5, parquet.FixedLenByteArrayType(3)), parquet.FixedLenByteArrayValue([]byte{0, 1, 0x54}), "34"},
		{"age", parquet.Decimal(0, 5, parquet.ByteArrayType), parquet.ByteArrayValue([]byte{34}), "34"},
		{"age", parquet.Decimal(0, 5, parquet.ByteArrayType), parquet.ByteArrayValue(make([]byte, 33)), "people.parquet:1:1 value.unreadable"},
		{"age", parquet.Leaf(parquet.FloatType), parquet.FloatValue(float32(math.Inf(1))), "people.parquet:1:1 value.unreadable"},
		{"entry_date", parquet.Leaf(parquet.Int96Type), parquet.Int96Value(deprecated.Int96{1, 0, 2440588 + 59}), "1970-03-01"},
		{"entry_date", parquet.Date(), parquet.Int32Value(math.MinInt32), "people.parquet:1:1 value.unreadable"},
		{"entry_date", parquet.Timestamp(parquet.Nanosecond), parquet.Int64Value(-1), "1969-12-31"},
		{"homeless", parquet.Leaf(parquet.BooleanType), parquet.BooleanValue(false), "no"},
	} {
		got, err := readOne(t, c.header, c.node, c.v)
		if err != nil || !strings.Contains(got, c.want) {
			t.Errorf("%s of %s %v is %q, %v; want %q", c.header, c.node.Type(), c.v, got, err, c.want)
		}
	}
	for x, want := range map[uint16]float32{0x3E00: 1.5, 0xC500: -5, 0x0001: 5.9604645e-08, 0x7BFF: 65504, 0: 0, 0x7C00: float32(math.Inf(1))} {
		if got := half(x); got != want {
			t.Errorf("half %04x = %v, want %v", x, got, want)
		}
		if cell, text := halfCell(nil, parquet.FixedLenByteArrayValue(binary.LittleEndian.AppendUint16(nil, x))); !cell.Plain || len(text) == 0 {
			t.Errorf("half %04x is %q", x, text)
		}
	}
}

// TestRefusedTypes names what cannot carry a value.
func TestRefusedTypes(t *testing.T) {
	for _, c := range []struct {
		node parquet.Node
		v    parquet.Value
		want string
	}{
		{parquet.BSON(), parquet.ByteArrayValue([]byte{5, 0, 0, 0, 0}), `the type of a column cannot be read: "id" is BSON; write the column as text`},
		{parquet.Leaf(parquet.ByteArrayType), parquet.ByteArrayValue([]byte{0xB9, 0xF3}), `a text is not UTF-8: column "id", row 1; write the column as UTF-8`},
		{parquet.Leaf(parquet.FixedLenByteArrayType(2)), parquet.FixedLenByteArrayValue([]byte{0xB9, 0xF3}), `a text is not UTF-8: column "id"`},
	} {
		if _, err := readOne(t, "id", c.node, c.v); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v; want %q", c.node.Type(), err, c.want)
		}
	}
}

// TestTypesThatTheLibraryHides takes half numbers and columns without values from the schema: the
// library has no types for the first.
func TestTypesThatTheLibraryHides(t *testing.T) {
	path, _ := writeShape(t, shape{"age", parquet.Leaf(parquet.FixedLenByteArrayType(2)), one(parquet.FixedLenByteArrayValue([]byte{0x00, 0x3E}))}, false, &parquet.Plain, 0, 1)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		logical format.LogicalTypeValue
		want    string
	}{{&format.Float16Type{}, "1.5"}, {&format.NullType{}, ""}} {
		convert, err := converterOf(f.Root().Columns()[0], &format.SchemaElement{LogicalType: format.LogicalType{Value: c.logical}}, false)
		if err != nil {
			t.Fatal(err)
		}
		if _, got := convert(nil, parquet.FixedLenByteArrayValue([]byte{0x00, 0x3E})); string(got) != c.want {
			t.Errorf("%v is %q, want %q", c.logical, got, c.want)
		}
	}
	interval := format.SchemaElement{}
	interval.ConvertedType.V, interval.ConvertedType.Valid = deprecated.Interval, true
	if _, err := converterOf(f.Root().Columns()[0], &interval, false); !errors.Is(err, errType) {
		t.Errorf("an interval: %v", err)
	}
}

// A file whose footer, or one column, is encrypted is told as such.
func TestEncrypted(t *testing.T) {
	text, err := os.ReadFile(write(t, people()))
	if err != nil {
		t.Fatal(err)
	}
	copy(text, secretMagic)
	copy(text[len(text)-4:], secretMagic)
	path := filepath.Join(t.TempDir(), "people.parquet")
	if _, err := readBytes(t, path, text, profile(t, "generic", "tags")); err == nil || !strings.Contains(err.Error(), "the file is encrypted; write it without") {
		t.Errorf("error %v", err)
	}
	var c column
	group := format.RowGroup{Columns: []format.ColumnChunk{{EncryptedColumnMetadata: []byte{1}}}}
	if _, err := c.chunkOf(&group); err != errSecret {
		t.Errorf("error %v", err)
	}
}
