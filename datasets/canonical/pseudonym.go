package canonical

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"hash"

	"github.com/efseval/efseval/datasets"
)

// Pseudonyms names persons without naming them: by the first half of an HMAC-SHA-256 of their
// identifier under a key that the user holds, in hexadecimal. The same identifier has the same
// pseudonym under the same key, in every project; a code that a project gave, as SYN-001, may be
// another person's elsewhere. It is for one goroutine.
type Pseudonyms struct {
	mac hash.Hash
	sum []byte
}

// NewPseudonyms takes a key that the user holds, or that [datasets.DrawKey] drew for one table. One that
// [datasets.CheckKey] refuses is an error.
func NewPseudonyms(key []byte) (*Pseudonyms, error) {
	if err := datasets.CheckKey(key); err != nil {
		return nil, err
	}
	return &Pseudonyms{mac: hmac.New(sha256.New, key)}, nil
}

// of appends the pseudonym of a text.
func (p *Pseudonyms) of(to, text []byte) []byte {
	p.mac.Reset()
	p.mac.Write(text)
	p.sum = p.mac.Sum(p.sum[:0])
	return hex.AppendEncode(to, p.sum[:16])
}

// text appends a text that is not there to name a person. One that could all the same, since it
// holds @ or nine digits on end as a telephone or a PESEL does, has a pseudonym: what was equal
// stays equal.
func (p *Pseudonyms) text(to, text []byte) []byte {
	if couldNamePerson(text) {
		return p.of(to, text)
	}
	return append(to, text...)
}

func couldNamePerson(text []byte) bool {
	digits := 0
	for _, c := range text {
		switch {
		case c == '@':
			return true
		case c >= '0' && c <= '9':
			if digits++; digits == 9 {
				return true
			}
		case c != ' ' && c != '-': // 850230 12345 is a number, too
			digits = 0
		}
	}
	return false
}

// append appends an identifier or a text of a row.
func (p *Pseudonyms) append(to []byte, c *Column, values *datasets.Column, row int) []byte {
	if c.Name == "person" {
		return p.of(to, values.Text(row))
	}
	return p.text(to, values.Text(row))
}
