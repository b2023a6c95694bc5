package main

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// needle is a pattern of bytes, and what it gives away.
type needle struct{ bytes, what string }

// needles finds any of many patterns in one pass over the bytes.
type needles struct {
	near [1 << 13]uint64 // a bit for each hash of the first four bytes of a pattern
	of   map[uint32][]needle
}

func (n *needles) add(pattern, what string) {
	if len(pattern) < 5 {
		return // would be found anywhere
	}
	head := binary.LittleEndian.Uint32([]byte(pattern))
	if n.of == nil {
		n.of = map[uint32][]needle{}
	}
	if !slices.ContainsFunc(n.of[head], func(k needle) bool { return k.bytes == pattern }) {
		n.of[head] = append(n.of[head], needle{pattern, what})
		at := head * 2654435761 >> 13
		n.near[at>>6] |= 1 << (at & 63)
	}
}

// in gives what is found and the bytes around it.
func (n *needles) in(text []byte, found func(what string, at int)) {
	for i := 0; i+4 <= len(text); i++ {
		head := binary.LittleEndian.Uint32(text[i:])
		if at := head * 2654435761 >> 13; n.near[at>>6]&(1<<(at&63)) == 0 {
			continue
		}
		for _, k := range n.of[head] {
			if i+len(k.bytes) <= len(text) && string(text[i:i+len(k.bytes)]) == k.bytes {
				found(k.what, i)
			}
		}
	}
}

// encodings are those in which a text of Poland is written.
func encodings() map[string]encoding.Encoding {
	return map[string]encoding.Encoding{
		"windows-1250": charmap.Windows1250, "iso-8859-2": charmap.ISO8859_2, "ibm852": charmap.CodePage852,
		"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	}
}

// addEncoded adds a secret in every encoding, and each of them packed.
func (n *needles) addEncoded(secret string) {
	for _, text := range []string{secret, strings.ToLower(secret), strings.ToUpper(secret), bare(secret)} {
		n.addPacked(text, secret+" (utf-8)")
		for name, e := range encodings() {
			if coded, err := e.NewEncoder().String(text); err == nil {
				n.addPacked(coded, secret+" ("+name+")")
			}
		}
	}
}

// addPacked adds bytes as they are, backwards, in hexadecimal and in base64 at the three places where a
// group of it may begin.
func (n *needles) addPacked(text, what string) {
	if len(text) < 5 {
		return
	}
	n.add(text, what)
	n.add(hex.EncodeToString([]byte(text)), what+" in hex")
	n.add(strings.ToUpper(hex.EncodeToString([]byte(text))), what+" in hex")
	back := []byte(text)
	slices.Reverse(back)
	n.add(string(back), what+" backwards")
	for shift := range 3 {
		for _, e := range []*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
			whole := (len(text) + shift) / 3 * 3 // the last group depends on what follows
			coded := e.EncodeToString(append(make([]byte, shift), text...)[:whole])
			n.add(coded[min(len(coded), [...]int{0, 2, 3}[shift]):], what+" in base64")
		}
	}
}

// addHashes adds the hashes of a secret without a key, which anybody could make by trying: of a PESEL
// there are few enough.
func (n *needles) addHashes(secret string) {
	empty := hmac.New(sha256.New, nil)
	empty.Write([]byte(secret))
	m, s1, s256, s512 := md5.Sum([]byte(secret)), sha1.Sum([]byte(secret)), sha256.Sum256([]byte(secret)), sha512.Sum512([]byte(secret))
	for name, sum := range map[string][]byte{"md5": m[:], "sha-1": s1[:], "sha-256": s256[:], "sha-512": s512[:], "hmac without a key": empty.Sum(nil)} {
		what := secret + " as " + name
		n.add(string(sum[:8]), what)
		n.add(hex.EncodeToString(sum[:6]), what)
		n.add(strings.ToUpper(hex.EncodeToString(sum[:6])), what)
		n.add(base64.StdEncoding.EncodeToString(sum[:9]), what)
	}
}
