package parquetfile

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/parquet-go/parquet-go/encoding/rle"
)

// TestRuns reads numbers of every width, in pieces of any size, as the library does.
func TestRuns(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for width := 1; width <= 20; width++ {
		want := make([]int32, 3000)
		for i, value := 0, int32(0); i < len(want); i++ {
			if i%700 < 300 || i%41 == 0 { // stretches of one number
				value = r.Int32N(1 << width)
			}
			want[i] = value
		}
		packed, err := (&rle.Encoding{BitWidth: width}).EncodeInt32(nil, want)
		if err != nil {
			t.Fatal(err)
		}
		packed = append(packed, make([]byte, margin)...)[:len(packed)]
		table := make([]int64, 1<<width)
		for i := range table {
			table[i] = int64(i) * 3
		}
		plain, looked := runsOf(packed, width), runsOf(packed, width)
		var small codes
		coded := small.set(smallTable(min(1<<width, 256)))
		fast := runsOf(packed, width)
		for at := 0; at < len(want); {
			n := min(1+r.IntN(100), len(want)-at)
			numbers, values, found := make([]int32, n), make([]int64, n), make([]uint8, n)
			if err := plain.numbers(numbers); err != nil || !slices.Equal(numbers, want[at:at+n]) {
				t.Fatal(width, at, err)
			}
			most, err := look(&looked, values, table)
			if err != nil || int32(most) < slices.Max(numbers) {
				t.Fatal(width, at, most, err)
			}
			if width <= 8 {
				if whole, err := small.look(&fast, found); err != nil || !whole || !coded {
					t.Fatal(width, at, err)
				}
			}
			for i, number := range numbers {
				if values[i] != int64(number)*3 || width <= 8 && found[i] != uint8(number%100) {
					t.Fatal(width, at+i, number, values[i], found[i])
				}
			}
			at += n
		}
	}
}

func smallTable(n int) []uint8 {
	table := make([]uint8, n)
	for i := range table {
		table[i] = uint8(i % 100)
	}
	return table
}

// A number that the dictionary lacks is found in every way in which numbers are looked up.
func TestNumbersBehindTheDictionary(t *testing.T) {
	for width := 1; width <= 8; width++ {
		for _, packed := range []bool{false, true} {
			text := append([]byte{16, byte(1<<width - 1)}, make([]byte, margin)...)[:2]
			if packed {
				text = append([]byte{3, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}[:1+width], make([]byte, margin)...)[:1+width]
			}
			var c codes
			c.set(make([]uint8, 1<<width-1))
			r := runsOf(text, width)
			if whole, err := c.look(&r, make([]uint8, 8)); whole || err != nil {
				t.Errorf("width %d, packed %t: %t, %v", width, packed, whole, err)
			}
		}
	}
}

func TestBitmaps(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 6))
	for range 2000 {
		n, at, bit := 1+r.IntN(300), r.IntN(130), r.IntN(20)
		text := make([]byte, 60+margin)
		for i := range text {
			text[i] = byte(r.Uint32())
		}
		has := make([]uint64, 5)
		set := copyBits(has, 0, text, bit, n)
		dst := make([]uint64, 8)
		orBits(dst, at, has, n)
		values := make([]int32, set+1)
		for i := range set {
			values[i] = int32(i + 1)
		}
		rows, next := make([]int32, n), int32(0)
		spread(rows, values, has)
		for i := range n {
			want := text[(bit+i)/8]>>((bit+i)%8)&1 == 1
			if want {
				next++
			}
			if want != (has[i/64]>>(i%64)&1 == 1) || want != (dst[(at+i)/64]>>((at+i)%64)&1 == 1) || want && rows[i] != next || !want && rows[i] != 0 {
				t.Fatalf("bit %d of %d, from %d to %d", i, n, bit, at)
			}
		}
		if int(next) != set {
			t.Fatalf("%d bits set, counted %d", next, set)
		}
		ones := make([]uint64, 8)
		setBits(ones, at, n)
		for i := range 8 * 64 {
			if (ones[i/64]>>(i%64)&1 == 1) != (i >= at && i < at+n) {
				t.Fatalf("bit %d of %d from %d", i, n, at)
			}
		}
	}
}

// A run that repeats a number of more bits than its page has is damage, never a code beyond the
// vocabulary; of truth values it is how some writers say yes many times.
func TestRunOfAWideNumber(t *testing.T) {
	for _, value := range []byte{2, 5, 0xFF} {
		text := append([]byte{16 << 1, value}, make([]byte, margin)...)[:2]
		var c codes
		c.set([]uint8{1, 2})
		r, dst := runsOf(text, 1), make([]uint8, 16)
		if whole, err := c.look(&r, dst); !errors.Is(err, errDamaged) {
			t.Errorf("number %d of one bit: %t, %v, %v", value, whole, err, dst)
		}
		r = truthsOf(text)
		if whole, err := c.look(&r, dst); !whole || err != nil || dst[15] != 1+value&1 {
			t.Errorf("truth %d: %t, %v, %v", value, whole, err, dst)
		}
	}
}
