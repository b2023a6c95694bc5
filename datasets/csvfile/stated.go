package csvfile

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/efseval/efseval/datasets"
)

// Rules of a stated encoding.
const (
	RuleEncoding = "file.encoding" // the bytes read better as another
	RuleLetters  = "file.letters"  // letters are lost by it, or read as others for certain
)

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
		return d.readsBetter()
	case d.wide && !strings.HasPrefix(stated, "utf 16"), d.mark == "utf-8-bom" && !strings.HasPrefix(stated, "utf 8") && stated != "utf8":
		return d.name()
	}
	return ""
}

// readsBetter is the encoding under which the first bytes read as Polish better than under the one that
// is stated, by a letter or more; empty where there is none.
func (d *decoder) readsBetter() string {
	stated := spelling{page: d.page}
	for i, r := range d.page.letters {
		stated.class[i] = classOf(r)
	}
	most, better := stated.weigh(d.raw)+letter-foreign, ""
	for _, s := range spellings() {
		if weight := s.weigh(d.raw); s.page.name != d.page.name && weight >= most {
			most, better = weight+1, s.page.name
		}
	}
	return better
}

// tellBelied says that what is stated and what the bytes show are two encodings. A mark at the
// beginning of the file is believed, else what is stated.
func (s *source) tellBelied(shown string) {
	if shown == "" {
		return
	}
	rule, severity := RuleEncoding, datasets.Warning
	if shown == "utf-8" { // certain, and every letter beyond ASCII was read as two others
		rule, severity = RuleLetters, datasets.Error
	}
	s.binding.Problems = append(s.binding.Problems, datasets.Problem{
		Position: datasets.Position{File: s.name}, Rule: rule, Severity: severity, Message: datasets.Label{
			PL: fmt.Sprintf("podano encoding: %s, a bajty pliku są w kodowaniu %s; odczytano jako %s. Popraw encoding: albo usuń je, a kodowanie zostanie rozpoznane", s.profile.Encoding, shown, s.decoder.name()),
			EN: fmt.Sprintf("encoding: %s is stated, and the bytes of the file are %s; it was read as %s. Correct encoding:, or take it out and it is found", s.profile.Encoding, shown, s.decoder.name()),
		}})
}

// tellLost says once that letters are lost: a cell holds bytes that are no letters of the encoding.
func (s *source) tellLost(batch *datasets.Batch, row *row) {
	if page := s.decoder.page; page == nil || !page.lost || s.lost {
		return
	}
	for i, cell := range row.cells {
		if bytes.ContainsFunc(cell, isLost) {
			s.lost = true
			at := datasets.Position{File: s.name, Row: row.line, Column: i + 1}
			batch.Problems = append(batch.Problems, lostLetters(at, s.decoder.name()))
			return
		}
	}
}

func lostLetters(at datasets.Position, encoding string) datasets.Problem {
	return datasets.Problem{Position: at, Rule: RuleLetters, Severity: datasets.Error, Message: datasets.Label{
		PL: fmt.Sprintf("komórka zawiera bajty, które w kodowaniu %s nie są literami: tu i dalej litery giną. Popraw encoding: albo usuń je, a kodowanie zostanie rozpoznane", encoding),
		EN: fmt.Sprintf("the cell holds bytes that are no letters in %s: letters are lost here and further on. Correct encoding:, or take it out and it is found", encoding),
	}}
}
