package samples

import (
	"bytes"
	"encoding/csv"
)

const byteOrderMark = "\uFEFF"

// csvText writes rows as Polish offices export them: semicolons and CRLF, UTF-8; with a byte
// order mark where bom is set.
func csvText(bom bool, rows [][]string) ([]byte, error) {
	var out bytes.Buffer
	if bom {
		out.WriteString(byteOrderMark)
	}
	w := csv.NewWriter(&out)
	w.Comma, w.UseCRLF = ';', true
	if err := w.WriteAll(rows); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
