package audit

import (
	"bytes"
	"fmt"
	"html"
	"regexp"
	"strings"
)

// VerifyOverview compares the page over the projects of a run with the page written again, by its bytes. Where
// they differ it names the first place: the line, the project and the figure, where it is of one, and what stands
// there and what is computed.
func VerifyOverview(name string, stands, computed []byte) Verdict {
	if bytes.Equal(stands, computed) {
		return Verdict{Name: name, Answer: Match}
	}
	return Verdict{Name: name, Answer: IsDifferent, Differences: []Difference{pageDifference(stands, computed)}}
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
