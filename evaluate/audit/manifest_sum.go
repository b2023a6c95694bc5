package audit

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
)

// sumField opens the last value of a manifest: the sum of the manifest itself.
const sumField = `"manifest_sha256": "`

// writeSummed writes a manifest with its own sum in the last field: the SHA-256 of the very bytes of the file, with
// nothing between the quotes of that field. It finds a manifest that was damaged or edited, whatever program reads
// it; whoever writes the sum anew can deceive it, and only the data then tell.
func writeSummed(w io.Writer, m manifest) error {
	text, err := canonical(m)
	if err != nil {
		return err
	}
	from := bytes.LastIndex(text, []byte(sumField)) + len(sumField)
	sum := sha256.Sum256(text)
	_, err = w.Write(append(hex.AppendEncode(append([]byte{}, text[:from]...), sum[:]), text[from:]...))
	return err
}

// canonical is the text of a manifest without its sum.
func canonical(m manifest) ([]byte, error) {
	m.Sum = ""
	var text bytes.Buffer
	err := writeJSON(&text, m)
	return text.Bytes(), err
}

// altered tells whether the text of a manifest is not as it was written. Of those without a sum it is never known.
func altered(text []byte, schema string) bool {
	before, rest, summed := cutLast(text, sumField)
	if !summed {
		return hasSum(schema)
	}
	quote := bytes.IndexByte(rest, '"')
	if quote < 0 {
		return true
	}
	sum := sha256.New()
	for _, part := range [][]byte{before, []byte(sumField), rest[quote:]} {
		sum.Write(part)
	}
	return string(rest[:quote]) != hex.EncodeToString(sum.Sum(nil))
}

// hasSum tells whether manifests of a version of the schema have a sum of their own.
func hasSum(schema string) bool { return schema != schemaOne && schema != schemaTwo }

// cutLast cuts a text around the last place of a field.
func cutLast(text []byte, field string) (before, rest []byte, found bool) {
	at := bytes.LastIndex(text, []byte(field))
	if at < 0 {
		return text, nil, false
	}
	return text[:at], text[at+len(field):], true
}

// rewritten is a manifest as its program would have written what it says; nil where it cannot be read.
func rewritten(text []byte) []byte {
	var m manifest
	if json.Unmarshal(text, &m) != nil {
		return nil
	}
	again, err := canonical(m)
	if err != nil {
		return nil
	}
	before, rest, _ := cutLast(again, sumField)
	return append(append(append([]byte{}, before...), sumField+m.Sum...), rest...)
}
