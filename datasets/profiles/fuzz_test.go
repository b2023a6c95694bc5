package profiles

import (
	"bytes"
	"compress/gzip"
	"errors"
	"testing"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
)

// FuzzDraft: whatever comes in, packed or not, it is drafted or refused with a next step.
func FuzzDraft(f *testing.F) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write([]byte(unknownExport)); err != nil {
		f.Fatal(err)
	}
	if err := w.Close(); err != nil {
		f.Fatal(err)
	}
	for _, seed := range [][]byte{[]byte(unknownExport), packed.Bytes(), packed.Bytes()[:40], []byte("P\xA5;\x88\n1;\xA9\n"), []byte("PK\x03\x04"), []byte("PAR1"), {0x1F, 0x8B, 8}} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		s, err := files.OpenStream(bytes.NewReader(content), "export", datasets.Everything())
		if err == nil {
			_, err = Draft(s)
			err = errors.Join(err, s.Close())
		}
		var u *datasets.Unreadable
		if err != nil && (!errors.As(err, &u) || u.Next == "") {
			t.Fatal(err)
		}
	})
}
