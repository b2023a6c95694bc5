package audit

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strconv"
	"unicode/utf8"
)

// excerptLength is the most characters that are told of a long text, around the first that differs.
const excerptLength = 160

// excerpts cuts two texts to where they differ first.
func excerpts(stands, computed *string) (*string, *string) {
	if stands == nil || computed == nil {
		return excerpt(stands, 0), excerpt(computed, 0)
	}
	at := firstDifference([]byte(*stands), []byte(*computed))
	return excerpt(stands, at), excerpt(computed, at)
}

// excerpt is a text around an offset, with … where it goes on.
func excerpt(text *string, at int) *string {
	if text == nil || len(*text) <= excerptLength {
		return text
	}
	from := max(0, min(at-excerptLength/4, len(*text)-excerptLength))
	to := from + excerptLength
	for from > 0 && !utf8.RuneStart((*text)[from]) {
		from--
	}
	for to < len(*text) && !utf8.RuneStart((*text)[to]) {
		to++
	}
	out := (*text)[from:to]
	if from > 0 {
		out = "…" + out
	}
	if to < len(*text) {
		out += "…"
	}
	return &out
}

// firstDifference is the offset of the first byte that differs; the length of the shorter where it is the
// beginning of the other.
func firstDifference(a, b []byte) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// byteDifference is the first place where two files differ, whatever it means: of a text the line, of a
// workbook the file within it, of anything else the byte.
func byteDifference(name string, stands, computed []byte) Difference {
	switch path.Ext(name) {
	case ".xlsx":
		if inside, was, is, ok := firstMember(stands, computed); ok {
			d := textDifference(was, is)
			d.Place = inside + ", " + d.Place
			return d
		}
	case ".parquet", ".png":
	default:
		return textDifference(stands, computed)
	}
	at := firstDifference(stands, computed)
	was, is := hexAt(stands, at), hexAt(computed, at)
	return Difference{Place: fmt.Sprintf("byte %d", at+1), Stands: &was, Computed: &is}
}

func hexAt(text []byte, at int) string {
	return strconv.Quote(string(text[at:min(at+8, len(text))]))
}

// textDifference is the first line that differs.
func textDifference(stands, computed []byte) Difference {
	at := firstDifference(stands, computed)
	was, is := lineAround(stands, at), lineAround(computed, at)
	d := Difference{Place: fmt.Sprintf("line %d", 1+bytes.Count(stands[:at], []byte("\n"))), Stands: &was, Computed: &is}
	d.Stands, d.Computed = excerpts(d.Stands, d.Computed)
	return d
}

func lineAround(text []byte, at int) string {
	from := bytes.LastIndexByte(text[:at], '\n') + 1
	to := bytes.IndexByte(text[at:], '\n')
	if to < 0 {
		return string(text[from:])
	}
	return string(text[from : at+to])
}

// firstMember is the first file within two archives that differs; ok is false where none does.
func firstMember(stands, computed []byte) (name string, was, is []byte, ok bool) {
	a, err := members(stands)
	if err != nil {
		return "", nil, nil, false
	}
	b, err := members(computed)
	if err != nil {
		return "", nil, nil, false
	}
	for _, f := range b.File {
		is, err := content(b, f.Name)
		if err != nil {
			return "", nil, nil, false
		}
		if was, err := content(a, f.Name); err != nil || !bytes.Equal(was, is) {
			return f.Name, was, is, true
		}
	}
	return "", nil, nil, false
}

func members(archive []byte) (*zip.Reader, error) {
	return zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
}

// maxMember is the most that is unpacked of a file within an archive.
const maxMember = 1 << 26

func content(archive *zip.Reader, name string) ([]byte, error) {
	f, err := archive.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxMember))
}
