package check

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

// pseudonymBytes is how much of the hash a pseudonym shows: that two of a hundred million persons
// share one has a chance of about one in two hundred million.
const pseudonymBytes = 10

// Pseudonym stands for a person in what is handed on: 20 hexadecimal digits of an HMAC-SHA-256 under
// the key. A number with the form of a PESEL has one pseudonym in all projects; any other code has
// one of its own in each project, since it may be another person's there. Who holds the key can
// try numbers until one fits: it is a secret as the export is.
//
//	hex(HMAC-SHA-256(key, "efseval pseudonym 1" 0 project 0 person))[:20]    project: empty for a PESEL
func (p *Persons) Pseudonym(project string, person []byte) string {
	if f := numberOf(person).form; f == valid || f == badCheck {
		project = ""
	}
	mac := hmac.New(sha256.New, p.key)
	mac.Write([]byte("efseval pseudonym 1\x00" + project + "\x00"))
	mac.Write(person)
	return hex.EncodeToString(mac.Sum(nil)[:pseudonymBytes])
}
