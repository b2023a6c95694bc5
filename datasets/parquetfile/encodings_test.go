package parquetfile

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
	"github.com/parquet-go/parquet-go/encoding"
)

// shape is a way to write a column that the profile generic reads.
type shape struct {
	header string
	node   parquet.Node
	value  func(r *rand.Rand) parquet.Value
}

// shapes lists a column of every type that can carry a value; the people are made up.
func shapes() []shape {
	words := func(words ...string) func(*rand.Rand) parquet.Value {
		return func(r *rand.Rand) parquet.Value { return parquet.ByteArrayValue([]byte(words[r.IntN(len(words))])) }
	}
	number := func(most int64) func(*rand.Rand) parquet.Value {
		return func(r *rand.Rand) parquet.Value { return parquet.Int64Value(r.Int64N(most)) }
	}
	number32 := func(most int32) func(*rand.Rand) parquet.Value {
		return func(r *rand.Rand) parquet.Value { return parquet.Int32Value(r.Int32N(most)) }
	}
	names := func(r *rand.Rand) parquet.Value {
		return parquet.ByteArrayValue(fmt.Appendf(nil, "SYN-%d%s", r.IntN(1e6), []string{"", "ą", " ", "-with-a-long-tail"}[r.IntN(4)]))
	}
	return []shape{
		{"id", parquet.String(), names}, {"id", parquet.Leaf(parquet.ByteArrayType), names},
		{"id", parquet.Int(64), number(1e11)}, {"id", parquet.UUID(), fixed(16)},
		{"supports", parquet.String(), words("course", "training|course", "", "unheard of")},
		{"homeless", parquet.Leaf(parquet.BooleanType), func(r *rand.Rand) parquet.Value { return parquet.BooleanValue(r.IntN(3) == 0) }},
		{"homeless", parquet.Leaf(parquet.BooleanType), func(*rand.Rand) parquet.Value { return parquet.BooleanValue(true) }},
		{"homeless", parquet.Enum(), words("tak", "nie", "odmowa")},
		{"homeless", parquet.JSON(), words("tak", "nie", "true")},
		{"age", parquet.Int(8), number32(100)}, {"age", parquet.Int(16), number32(300)}, {"age", parquet.Int(32), number32(90)},
		{"age", parquet.Uint(8), number32(100)}, {"age", parquet.Uint(32), number32(90)}, {"age", parquet.Uint(64), number(90)},
		{"age", parquet.Leaf(parquet.FloatType), func(r *rand.Rand) parquet.Value { return parquet.FloatValue(float32(r.IntN(90))) }},
		{"age", parquet.Leaf(parquet.DoubleType), func(r *rand.Rand) parquet.Value { return parquet.DoubleValue(float64(r.IntN(180)) / 2) }},
		{"age", parquet.Decimal(0, 9, parquet.Int32Type), number32(90)}, {"age", parquet.Decimal(1, 18, parquet.Int64Type), number(900)},
		{"entry_date", parquet.Date(), number32(30_000)}, {"entry_date", parquet.Date(), number32(300_000)},
		{"entry_date", parquet.Timestamp(parquet.Millisecond), number(2e12)}, {"entry_date", parquet.Timestamp(parquet.Microsecond), number(2e15)},
		{"entry_date", parquet.TimestampAdjusted(parquet.Nanosecond, false), number(2e18)},
		{"entry_date", parquet.Time(parquet.Millisecond), number32(86_400_000)},
		{"entry_date", parquet.String(), words("2024-02-29", "2023-02-29", "01.02.2024", "")},
	}
}

func fixed(size int) func(*rand.Rand) parquet.Value {
	return func(r *rand.Rand) parquet.Value {
		raw := make([]byte, size)
		for i := range raw {
			raw[i] = byte(r.Uint32())
		}
		return parquet.FixedLenByteArrayValue(raw)
	}
}

// encodingsOf lists the encodings that a kind of value can have.
func encodingsOf(kind parquet.Kind) []encoding.Encoding {
	switch kind {
	case parquet.Boolean:
		return []encoding.Encoding{&parquet.Plain, &parquet.RLE}
	case parquet.Int32, parquet.Int64:
		return []encoding.Encoding{&parquet.Plain, &parquet.RLEDictionary, &parquet.DeltaBinaryPacked, &parquet.ByteStreamSplit}
	case parquet.ByteArray:
		return []encoding.Encoding{&parquet.Plain, &parquet.RLEDictionary, &parquet.PlainDictionary, &parquet.DeltaLengthByteArray, &parquet.DeltaByteArray}
	case parquet.FixedLenByteArray:
		return []encoding.Encoding{&parquet.Plain, &parquet.RLEDictionary, &parquet.DeltaByteArray}
	}
	return []encoding.Encoding{&parquet.Plain, &parquet.RLEDictionary, &parquet.ByteStreamSplit}
}

// writeShape writes rows of one column beside one that must be there.
func writeShape(tb testing.TB, s shape, optional bool, enc encoding.Encoding, seed uint64, n int, options ...parquet.WriterOption) (path string, written [][]parquet.Value) {
	tb.Helper()
	node := parquet.Encoded(s.node, enc)
	if optional {
		node = parquet.Optional(node)
	}
	schema := parquet.NewSchema("people", parquet.Group{s.header: node, "sex": parquet.Encoded(parquet.String(), &parquet.RLEDictionary)})
	path = filepath.Join(tb.TempDir(), "people.parquet")
	file, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	w := parquet.NewWriter(file, append([]parquet.WriterOption{schema}, options...)...)
	written = make([][]parquet.Value, 2)
	r, missing := rand.New(rand.NewPCG(seed, 7)), 0
	leaf, _ := schema.Lookup(s.header)
	for i := range n {
		if i%97 == 0 { // stretches without a value, with some, with all
			missing = r.IntN(3)
		}
		v := s.value(r).Level(0, min(1, leaf.MaxDefinitionLevel), leaf.ColumnIndex)
		if optional && (missing == 0 || missing == 1 && r.IntN(4) == 0) {
			v = parquet.NullValue().Level(0, 0, leaf.ColumnIndex)
		}
		sex := parquet.ByteArrayValue([]byte([]string{"woman", "man"}[r.IntN(2)])).Level(0, 0, 1-leaf.ColumnIndex)
		row := parquet.Row{v, sex}
		if leaf.ColumnIndex == 1 {
			row[0], row[1] = sex, v
		}
		for k, v := range row {
			written[k] = append(written[k], v.Clone())
		}
		if _, err := w.WriteRows([]parquet.Row{row}); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	if err := file.Close(); err != nil {
		tb.Fatal(err)
	}
	return path, written
}

func codecs() []compress.Codec {
	return []compress.Codec{&parquet.Uncompressed, &parquet.Snappy, &parquet.Gzip, &parquet.Zstd, &parquet.Brotli, &parquet.Lz4Raw}
}

// TestEncodings reads every type in every encoding, with missing values and without, as the
// typing of what was written one row after the other does.
func TestEncodings(t *testing.T) {
	seed := uint64(0)
	for _, s := range shapes() {
		p := profile(t, "generic")
		for _, enc := range encodingsOf(s.node.Type().Kind()) {
			for _, optional := range []bool{false, true} {
				seed++
				codec := codecs()[seed%6]
				version := int(seed/6%2) + 1
				name := fmt.Sprintf("%s %s %s optional=%t %s v%d", s.header, s.node.Type(), enc, optional, codec, version)
				path, written := writeShape(t, s, optional, enc, seed, 1200, parquet.Compression(codec), parquet.DataPageVersion(version),
					parquet.PageBufferSize([]int{200, 1000, 1 << 20}[seed%3]), parquet.MaxRowsPerRowGroup([]int64{333, 5000}[seed%2]))
				want := typedRows(t, path, p, written)
				opened, err := Open(path, p)
				if err != nil {
					t.Fatal(name, err)
				}
				if diff := cmp.Diff(want, listed(t, opened.Batches())); diff != "" {
					t.Errorf("%s (-written +read)\n%s", name, diff)
				}
				if err := opened.Close(); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// TestCodecsAgree reads the same rows in every codec and both versions of pages.
func TestCodecsAgree(t *testing.T) {
	p := profile(t, "generic")
	for _, s := range []shape{shapes()[0], shapes()[10]} {
		var want []string
		for _, codec := range codecs() {
			for _, version := range []int{1, 2} {
				path, _ := writeShape(t, s, true, &parquet.RLEDictionary, 3, 3000, parquet.Compression(codec), parquet.DataPageVersion(version), parquet.PageBufferSize(3000))
				opened, err := Open(path, p)
				if err != nil {
					t.Fatal(err)
				}
				got := listed(t, opened.Batches())
				if want == nil {
					want = got
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s v%d\n%s", codec, version, diff)
				}
				if err := opened.Close(); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// TestDictionaryThatOverflows goes over from numbers to plain values inside a column.
func TestDictionaryThatOverflows(t *testing.T) {
	p := profile(t, "generic")
	for i, s := range []shape{shapes()[0], shapes()[2], shapes()[19], shapes()[24]} {
		path, written := writeShape(t, s, i%2 == 0, &parquet.RLEDictionary, uint64(i), 5000, parquet.DictionaryMaxBytes(2000), parquet.PageBufferSize(2000))
		want := typedRows(t, path, p, written)
		opened, err := Open(path, p)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, listed(t, opened.Batches())); diff != "" {
			t.Errorf("%s (-written +read)\n%s", s.header, diff)
		}
		if err := opened.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
