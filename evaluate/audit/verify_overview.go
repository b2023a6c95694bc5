package audit

import (
	"bytes"
	"fmt"
	"html"
	"regexp"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// Overview is the page over the projects of a run, index.html, and the same page written again.
type Overview struct {
	Name       string
	Stands     []byte
	Computed   []byte        // nil: it cannot be written again
	Why        evaluate.Text // why it cannot
	OtherBuild bool          // another version or build wrote it: its bytes may differ and the figures decide
	Sealed     bool          // the version that wrote it seals the page, see [report.Seal]
}

// VerifyOverview compares the page with its seal, and by its bytes with the page written again. Where these
// differ it names the first place: the line, the project and the figure, where it is of one, and what stands there
// and what is computed. A page of another version or build is held to its figures: whole by its seal and with the
// same figures it matches, and without a seal it cannot be compared in its words.
func VerifyOverview(o Overview) Verdict {
	one := Verdict{Name: o.Name}
	seal := report.SealOf(o.Stands)
	if seal == report.SealBroken || seal == report.Unsealed && o.Sealed {
		one.Answer, one.Why = IsDifferent, evaluate.T("nie jest taki, jak zapisał go przebieg: nie zgadza się suma w jego ostatnim wierszu",
			"it is not as the run wrote it: the sum in its last line does not hold")
	}
	switch {
	case o.Computed == nil && one.Answer == "":
		one.Answer, one.Why = Cannot, o.Why
	case o.Computed == nil:
	case bytes.Equal(o.Stands, o.Computed):
		one.Answer = Match
	case o.OtherBuild:
		o.figures(&one, seal)
	default:
		one.Answer, one.Differences = IsDifferent, []Difference{pageDifference(o.Stands, o.Computed)}
	}
	return one
}

// figures holds the page of another version or build to its figures.
func (o Overview) figures(one *Verdict, seal report.Seal) {
	was, err1 := report.ReadPrinted(o.Name, o.Stands)
	is, err2 := report.ReadPrinted(o.Name, o.Computed)
	found := comparePrinted(was, is)
	kept := unlawful(found)
	switch {
	case len(kept) > 0:
		one.tell(kept)
	case one.Answer == IsDifferent:
		one.Lawful = len(found)
	case seal == report.SealHolds && err1 == nil && err2 == nil:
		one.Answer, one.Lawful = Match, len(found)
	default:
		one.Answer, one.Why = Cannot, evaluate.T("zapisała go inna wersja albo kompilacja, a bajty są inne", "another version or build wrote it, and its bytes are others")
	}
}

// dataOf is the element of a figure, begun and not ended.
var dataOf = regexp.MustCompile(`<data data-project="([^"]*)" data-figure="([^"]*)"`)

// pageDifference is the first place where two pages differ. A line of a page holds many figures: of these it
// tells the one, and of text no more than stands between two tags.
func pageDifference(stands, computed []byte) Difference {
	d := textDifference(stands, computed)
	at := firstDifference(stands, computed)
	before := computed[:at]
	if open := bytes.LastIndex(before, []byte("<data ")); open >= 0 && !bytes.Contains(before[open:], []byte("</data>")) {
		if found := dataOf.FindSubmatch(computed[open:]); found != nil {
			d.Figure = html.UnescapeString(string(found[2]))
			d.Place += fmt.Sprintf(", %s", html.UnescapeString(string(found[1])))
		}
	}
	if bytes.LastIndexByte(before, '>') >= bytes.LastIndexByte(before, '<') {
		was, is := betweenTags(stands, at), betweenTags(computed, at)
		if was != "" && is != "" {
			d.Stands, d.Computed = excerpts(&was, &is)
		}
	}
	return d
}

// betweenTags is the text around an offset up to the tags beside it.
func betweenTags(page []byte, at int) string {
	from := bytes.LastIndexByte(page[:at], '>') + 1
	to := bytes.IndexByte(page[at:], '<')
	if to < 0 {
		to = len(page) - at
	}
	return strings.TrimSpace(html.UnescapeString(string(page[from : at+to])))
}
