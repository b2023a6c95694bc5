package files

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// FuzzOpen opens any bytes under any ending, packed and plain, from a file and from a stream: no
// panic, what is refused has a next step, and both ways give the same number of rows.
func FuzzOpen(f *testing.F) {
	f.Add([]byte("id;sex\nSYN-1;woman\n"), uint8(0))
	f.Add([]byte("\x1f\x8b\x08\x00"), uint8(3))
	f.Add([]byte("PK\x03\x04"), uint8(1))
	f.Add([]byte("PAR1PAR1"), uint8(2))
	f.Add(pack(f, []byte("id;sex\nSYN-1;woman\nSYN-2;man\n")), uint8(4))
	f.Add(pack(f, pack(f, []byte("id;sex\n"))), uint8(0))
	endings := []string{".csv", ".xlsx", ".parquet", ".csv.gz", "", ".xlsx.gz", ".txt"}
	p := datasets.Everything()
	f.Fuzz(func(t *testing.T, text []byte, ending uint8) {
		path := filepath.Join(t.TempDir(), "a"+endings[int(ending)%len(endings)])
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		small := limits{total: 8 << 20, ratio: 50, free: 1 << 20}
		ofFile, errFile := drain(Open(path, p))
		ofStream, errStream := drain(openStream(bytes.NewReader(text), filepath.Base(path), p, small))
		var u *datasets.Unreadable
		for _, err := range []error{errFile, errStream} {
			if err != nil && (!errors.As(err, &u) || u.Next == "") {
				t.Fatalf("no next step: %v", err)
			}
		}
		if errFile == nil && errStream == nil && ofFile.Rows != ofStream.Rows {
			t.Fatalf("%d rows of the file, %d of the stream", ofFile.Rows, ofStream.Rows)
		}
	})
}
