package csvfile

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/efseval/efseval/datasets"
)

// RuleEncoding marks a file whose bytes contradict the encoding that is stated.
const RuleEncoding = "file.encoding"

// belied is the encoding that the first bytes show where another is stated; empty where they agree
// with it. Letters of UTF-8 are hardly ever whole by chance in a one-byte encoding.
func (d *decoder) belied(stated string) string {
	stated = datasets.Fold(stated)
	switch {
	case stated == "":
	case d.page != nil:
		if head := d.raw[:d.whole(len(d.raw))]; !isASCII(head) && utf8.Valid(head) {
			return "utf-8"
		}
	case d.wide && !strings.HasPrefix(stated, "utf 16"), d.mark == "utf-8-bom" && !strings.HasPrefix(stated, "utf 8") && stated != "utf8":
		return d.name()
	}
	return ""
}

// tellBelied says that what is stated and what the bytes show are two encodings. A mark at the
// beginning of the file is believed, else what is stated.
func (s *source) tellBelied(shown string) {
	if shown == "" {
		return
	}
	s.binding.Problems = append(s.binding.Problems, datasets.Problem{
		Position: datasets.Position{File: s.name}, Rule: RuleEncoding, Severity: datasets.Warning, Message: datasets.Label{
			PL: fmt.Sprintf("podano encoding: %s, a bajty pliku są w kodowaniu %s; odczytano jako %s. Popraw encoding: albo usuń je, a kodowanie zostanie rozpoznane", s.profile.Encoding, shown, s.decoder.name()),
			EN: fmt.Sprintf("encoding: %s is stated, and the bytes of the file are %s; it was read as %s. Correct encoding:, or take it out and it is found", s.profile.Encoding, shown, s.decoder.name()),
		}})
}
