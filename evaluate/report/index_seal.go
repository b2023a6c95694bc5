package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
)

// Seal is what the last line of index.html says of all lines before it. No manifest holds the sum of that page,
// so it carries its own:
//
//	<!-- SHA-256 of every line before this one: HEX -->
//
// By hand: head -n -1 index.html | sha256sum. It finds a page that was damaged or edited; whoever writes the
// sum anew can deceive it, and only the data then tell.
type Seal int

// The seals of a page.
const (
	Unsealed   Seal = iota // it ends without one, as the pages of earlier versions do
	SealHolds              // the page is as it was written
	SealBroken             // it is not
)

const (
	sealOpens  = "<!-- SHA-256 of every line before this one: "
	sealCloses = " -->\n"
)

// sealed writes a page and its seal.
func sealed(w io.Writer, write func(io.Writer) error) error {
	sum := sha256.New()
	if err := write(io.MultiWriter(w, sum)); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "%s%x%s", sealOpens, sum.Sum(nil), sealCloses)
	return err
}

// SealOf holds a page to its seal. One that ends with its element html has none; anything else behind it must be
// the seal, to the byte.
func SealOf(page []byte) Seal {
	last := bytes.LastIndexByte(bytes.TrimSuffix(page, []byte("\n")), '\n') + 1
	if string(bytes.TrimSpace(page[last:])) == "</html>" {
		return Unsealed
	}
	sum := sha256.Sum256(page[:last])
	if string(page[last:]) == sealOpens+hex.EncodeToString(sum[:])+sealCloses {
		return SealHolds
	}
	return SealBroken
}
