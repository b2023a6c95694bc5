package parquetfile

import (
	"encoding/binary"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
	"github.com/parquet-go/parquet-go/encoding"
	"github.com/parquet-go/parquet-go/format"

	"github.com/efseval/efseval/datasets"
)

// readBytes reads a text as Parquet to its end or its fault, and says how much memory was made.
func readBytes(tb testing.TB, path string, text []byte, p *datasets.Profile) (made uint64, err error) {
	tb.Helper()
	if err := os.WriteFile(path, text, 0o600); err != nil {
		tb.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	s, err := Open(path, p)
	if err == nil {
		batches := 0
		for _, fault := range s.Batches() {
			if err = fault; err != nil || batches == 64 { // a run repeats a value without end
				break
			}
			batches++
		}
		if err := s.Close(); err != nil {
			tb.Fatal(err)
		}
	}
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc, err
}

// damaged lists small files in several encodings and codecs.
func damaged(tb testing.TB) (files [][]byte) {
	tb.Helper()
	for i, c := range []struct {
		shape int
		enc   encoding.Encoding
		codec compress.Codec
	}{
		{0, &parquet.RLEDictionary, &parquet.Snappy}, {0, &parquet.DeltaByteArray, &parquet.Zstd}, {0, &parquet.DeltaLengthByteArray, &parquet.Brotli},
		{0, &parquet.Plain, &parquet.Uncompressed}, {2, &parquet.DeltaBinaryPacked, &parquet.Gzip}, {5, &parquet.RLE, &parquet.Lz4Raw},
		{10, &parquet.ByteStreamSplit, &parquet.Snappy}, {18, &parquet.RLEDictionary, &parquet.Uncompressed},
	} {
		path, _ := writeShape(tb, shapes()[c.shape], true, c.enc, uint64(i), 60, parquet.Compression(c.codec), parquet.DataPageVersion(i%2+1))
		text, err := os.ReadFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		files = append(files, text)
	}
	return files
}

// TestDamage changes bytes of small files and cuts them off: each is read or
// told, and none makes more memory than a file of this size can need.
func TestDamage(t *testing.T) {
	const most = 96 << 20 // room of a block of 16 Ki rows, several times
	p, path, r := profile(t, "generic"), filepath.Join(t.TempDir(), "damaged.parquet"), rand.New(rand.NewPCG(1, 1))
	for i, whole := range damaged(t) {
		for at := range whole {
			if at%5 != i%5 {
				continue
			}
			text := append([]byte(nil), whole...)
			text[at] = []byte{0xFF, 0x00, text[at] ^ 1<<r.IntN(8), 0x7F}[r.IntN(4)]
			tellDamage(t, i, at, path, text, p, most)
			if at%3 == 0 {
				tellDamage(t, i, -at, path, whole[:at], p, most)
			}
		}
	}
}

func tellDamage(t *testing.T, file, at int, path string, text []byte, p *datasets.Profile, most uint64) {
	t.Helper()
	made, err := readBytes(t, path, text, p)
	var u *datasets.Unreadable
	if err != nil && (!errors.As(err, &u) || u.Next == "") {
		t.Errorf("file %d, byte %d: %v", file, at, err)
	}
	if made > most {
		t.Errorf("file %d, byte %d: %d MB made, %v", file, at, made>>20, err)
	}
}

// TestClaims reads a footer and pages that claim what the file cannot hold.
func TestClaims(t *testing.T) {
	p, path := profile(t, "generic"), filepath.Join(t.TempDir(), "claims.parquet")
	footer := func(text ...byte) []byte {
		text = append(append([]byte(magic), make([]byte, 64)...), text...)
		return append(binary.LittleEndian.AppendUint32(text, uint32(len(text)-68)), magic...)
	}
	for name, text := range map[string][]byte{
		"2^31 columns":    footer(0x15, 2, 0x19, 0xFC, 0xFF, 0xFF, 0xFF, 0xFF, 7),
		"2^31 row groups": footer(0x15, 2, 0x39, 0xFC, 0xFF, 0xFF, 0xFF, 0xFF, 7),
		"a deep footer":   footer([]byte(strings.Repeat("\x1C", 60))...),
		"a long name":     footer(0x15, 2, 0x19, 0x1C, 0x48, 0xFF, 0xFF, 0xFF, 0xFF, 7),
	} {
		made, err := readBytes(t, path, text, p)
		if made > 1<<20 || err == nil || !strings.Contains(err.Error(), "damaged") {
			t.Errorf("%s: %d KB made, %v", name, made>>10, err)
		}
	}
}

// TestTooManyRows reads a footer that claims two thousand million rows in a small file.
func TestTooManyRows(t *testing.T) {
	s := source{size: 1000}
	groups := []format.RowGroup{{NumRows: 1 << 20}, {NumRows: 0}, {NumRows: 1}}
	if err := s.keepGroups(groups); err != nil || len(s.groups) != 2 {
		t.Errorf("%d row groups, %v", len(s.groups), err)
	}
	for _, rows := range []int64{5 << 20, math.MaxInt32, math.MaxInt64, -1} {
		groups[1].NumRows = rows
		if err := s.keepGroups(groups); !errors.Is(err, errDamaged) && !errors.Is(err, errMany) {
			t.Errorf("%d rows: %v", rows, err)
		}
	}
}

// A page that becomes a gigabyte, which its header does not say.
func TestBombs(t *testing.T) {
	zeros := make([]byte, 64<<20)
	for _, codec := range codecs()[1:] {
		packed, err := codec.Encode(nil, zeros)
		if err != nil {
			t.Fatal(err)
		}
		packed = append(packed, make([]byte, margin)...)[:len(packed)]
		var u unpacker
		if _, err := u.unpack(codec.CompressionCodec(), packed, 1000); err == nil || cap(u.room) > 4<<20 {
			t.Errorf("%s: room of %d bytes, %v", codec, cap(u.room), err)
		}
		if _, err := u.unpack(codec.CompressionCodec(), packed[:len(packed)/100], int64(len(zeros))); err == nil || cap(u.room) > len(zeros)+margin {
			t.Errorf("%s: cut off: room of %d bytes, %v", codec, cap(u.room), err)
		}
		got, err := u.unpack(codec.CompressionCodec(), packed, int64(len(zeros)))
		if err != nil || len(got) != len(zeros) || cap(got) < len(got)+margin {
			t.Errorf("%s: %d bytes, %v", codec, len(got), err)
		}
	}
}

// TestShrinks cuts the file off between two batches.
func TestShrinks(t *testing.T) {
	path, _ := writeShape(t, shapes()[2], true, &parquet.Plain, 1, 3*blockRows, parquet.MaxRowsPerRowGroup(1000), parquet.Compression(&parquet.Uncompressed))
	s, err := Open(path, profile(t, "generic"))
	if err != nil {
		t.Fatal(err)
	}
	cut := false
	for _, err = range s.Batches() {
		if !cut {
			cut = true
			if err := os.Truncate(path, 5000); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err == nil || !strings.Contains(err.Error(), "the file became shorter while it was read; wait until it is written") {
		t.Errorf("error %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
