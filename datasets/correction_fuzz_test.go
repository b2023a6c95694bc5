package datasets

import (
	"errors"
	"testing"
)

// FuzzCorrections: whatever a ledger holds, it is applied or refused with a next step.
func FuzzCorrections(f *testing.F) {
	f.Add(ledgerHeader + "SYN-1;age;34;35;r;w;2024-01-05\n")
	f.Add(ledgerHeader + "SYN-2 row 3;supports;doradztwo|kurs;szkolenie;r;w;2024-01-05\nSYN-3;sex;kobita;;r;w;1.1.2024\n")
	f.Add("klucz,pole,\"")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := ledger(t, text)
		if err == nil {
			p, batches := batchesOf(t, correctedRows)
			_, err = Collect(c.Apply(p, batches, new(Corrected)))
		}
		var u *Unreadable
		if err != nil && (!errors.As(err, &u) || u.Next == "") {
			t.Fatal(err)
		}
	})
}
