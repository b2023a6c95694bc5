package parquetfile

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
)

func TestDecimals(t *testing.T) {
	type expense struct {
		Task   string   `parquet:"task"`
		Small  int32    `parquet:"amount,decimal(2:9)"`
		EU     int64    `parquet:"eu,decimal(2:18)"`
		Unused [16]byte `parquet:"wide,decimal(4:38)"`
	}
	path := write(t, []expense{{"a", 93971745, 79875983, [16]byte{}}, {"b", -5, 0, [16]byte{15: 1}}})
	records, places, _, err := read(t, path, profile(t, "generic-costs", "wide"))
	if err != nil || len(places) > 0 {
		t.Fatal(err, places)
	}
	want := [][]string{{"task", "amount", "eu"}, {"a", "939717.45", "798759.83"}, {"b", "-0.05", "0.00"}}
	if diff := cmp.Diff(want, records); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	wide := decimalCell(4)
	for _, c := range []struct {
		bytes []byte
		want  string
	}{{[]byte{0, 0x01}, "0.0001"}, {[]byte{0xFF, 0xFF}, "-0.0001"}, {[]byte{0x80, 0}, "-3.2768"}, {nil, "0.0000"}} {
		if _, got := wide(nil, parquet.FixedLenByteArrayValue(c.bytes)); string(got) != c.want {
			t.Errorf("decimal of % x = %s, want %s", c.bytes, got, c.want)
		}
	}
}
