package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// finding is a secret in some bytes, and what stands around it.
type finding struct{ place, secret, around string }

func (f finding) String() string { return f.place + ": " + f.secret + ": " + f.around }

// scanner looks through bytes, and through what is packed in them, for the planted secrets.
type scanner struct {
	raw, folded needles
	seen        map[[32]byte]bool // what held nothing
	bytes       int
}

// newScanner looks for secrets in every writing, and for hashes of those that may be tried out.
func newScanner(secrets ...string) *scanner {
	s := &scanner{seen: map[[32]byte]bool{}}
	for _, secret := range secrets {
		s.raw.addEncoded(secret)
		s.raw.addHashes(secret)
		s.folded.add(bare(secret), secret)
		s.folded.add(squeezed(secret), secret)
	}
	return s
}

// plantedScanner looks for everybody, and for the key.
func plantedScanner() *scanner {
	secrets := []string{plantedKey()}
	for _, p := range plantedPeople() {
		secrets = append(secrets, p.secrets()...)
	}
	return newScanner(secrets...)
}

// scan gives what is found in the bytes of name, each with a few bytes around it.
func (s *scanner) scan(name string, raw []byte) (found []finding) {
	sum := sha256.Sum256(raw)
	if s.seen[sum] {
		return nil
	}
	s.bytes += len(raw)
	s.raw.in(raw, func(what string, at int) {
		found = append(found, finding{name, what, fmt.Sprintf("%q", raw[max(0, at-60):min(len(raw), at+60)])})
	})
	views(raw, func(text string) {
		s.folded.in([]byte(text), func(what string, at int) {
			if !slices.ContainsFunc(found, func(f finding) bool { return f.place == name && strings.HasPrefix(f.secret, what) }) {
				found = append(found, finding{name, what + " (folded)", fmt.Sprintf("%q", text[max(0, at-60):min(len(text), at+60)])})
			}
		})
	})
	unpacked(raw, func(part string, inner []byte) {
		found = append(found, s.scan(name+"!"+part, inner)...)
	})
	if len(found) == 0 {
		s.seen[sum] = true
	}
	return found
}

// folder scans every file below dir, and the names of files and folders.
func (s *scanner) folder(dir string) (found []finding, err error) {
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		found = append(found, s.scan("name", []byte(name))...)
		if entry.IsDir() {
			return nil
		}
		raw, err := os.ReadFile(path)
		found = append(found, s.scan(name, raw)...)
		return err
	})
	return found, err
}

var dataURI = regexp.MustCompile(`;base64,([A-Za-z0-9+/=]+)`)

// unpacked gives what is packed in bytes: parts of archives, pictures within pages, chunks of pictures,
// the values of Parquet. A part that cannot be unpacked is told as a finding would be: it was not scanned.
func unpacked(raw []byte, part func(name string, inner []byte)) {
	failed := func(name string, err error) {
		part(name, []byte("not scanned: "+plantedPeople()[0].last+": "+err.Error()))
	}
	switch {
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")):
		if err := unzip(raw, part); err != nil {
			failed("zip", err)
		}
	case bytes.HasPrefix(raw, []byte("\x1f\x8b")):
		if err := inflate("gzip", part, func() (io.Reader, error) { return gzip.NewReader(bytes.NewReader(raw)) }); err != nil {
			failed("gzip", err)
		}
	case bytes.HasPrefix(raw, []byte("\x89PNG")):
		if err := chunks(raw[8:], part); err != nil {
			failed("png", err)
		}
	case bytes.HasPrefix(raw, []byte("PAR1")):
		if err := values(raw, part); err != nil {
			failed("parquet", err)
		}
	}
	for _, m := range dataURI.FindAllSubmatch(raw, -1) {
		inner, err := base64.StdEncoding.DecodeString(string(m[1]))
		if err != nil {
			failed("data", err)
			continue
		}
		part("data", inner)
	}
}

func unzip(raw []byte, part func(string, []byte)) error {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return err
	}
	part("comment", []byte(archive.Comment))
	for _, f := range archive.File {
		part("name", []byte(f.Name+" "+f.Comment+" "+string(f.Extra)))
		if err := inflate(f.Name, part, func() (io.Reader, error) { return f.Open() }); err != nil {
			return err
		}
	}
	return nil
}

func inflate(name string, part func(string, []byte), open func() (io.Reader, error)) error {
	r, err := open()
	if err != nil {
		return err
	}
	inner, err := io.ReadAll(r)
	if err == nil {
		part(name, inner)
	}
	return err
}

// chunks are those of a PNG that hold no pixels, inflated where they are packed.
func chunks(raw []byte, part func(string, []byte)) error {
	for len(raw) >= 12 {
		n := int(binary.BigEndian.Uint32(raw))
		if n+12 > len(raw) {
			return io.ErrUnexpectedEOF
		}
		kind, body := string(raw[4:8]), raw[8:8+n]
		raw = raw[12+n:]
		if kind == "IDAT" || kind == "PLTE" {
			continue
		}
		part(kind, body)
		if at := bytes.Index(body, []byte("\x78")); (kind == "zTXt" || kind == "iTXt") && at >= 0 {
			if err := inflate(kind, part, func() (io.Reader, error) { return zlib.NewReader(bytes.NewReader(body[at:])) }); err != nil {
				return err
			}
		}
	}
	return nil
}

// values are those of every cell of a Parquet file, and what its footer says of itself.
func values(raw []byte, part func(string, []byte)) error {
	file, err := parquet.OpenFile(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return err
	}
	var text strings.Builder
	for _, kv := range file.Metadata().KeyValueMetadata {
		fmt.Fprintf(&text, "%s=%s\n", kv.Key, kv.Value)
	}
	fmt.Fprintf(&text, "%s\n%s\n", file.Metadata().CreatedBy, file.Schema())
	reader := parquet.NewReader(file)
	defer reader.Close()
	rows := make([]parquet.Row, 64)
	for {
		n, err := reader.ReadRows(rows)
		for _, row := range rows[:n] {
			for _, v := range row {
				text.WriteString(v.String() + "\n")
			}
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
	}
	part("values", []byte(text.String()))
	return nil
}
