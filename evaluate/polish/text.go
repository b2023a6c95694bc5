package polish

import "strings"

// Text is a message in Polish, or as it is where no format fits. A message of several statements (parted by a semicolon
// or a colon, or lines) is looked up whole first and then by its parts: the words before a colon are mostly
// a name, of a file or a key.
func (c *Catalogue) Text(english string) string {
	l := lookup{c, map[string]answer{}}
	return l.text(english)
}

// longest is the most bytes of a line that is looked up: no message has as many, and what has is data.
const longest = 4096

// mostMarks is the number of marks of a line beyond which it is not parted: the pairs of them would be tried.
const mostMarks = 40

// lookup is the looking up of one message. It remembers what it found of each part, since a message of many
// statements is tried at each of its marks.
type lookup struct {
	*Catalogue
	seen map[string]answer
}

type answer struct {
	polish string
	found  bool
}

func (l lookup) text(english string) string { return l.look(english).polish }

func (l lookup) look(text string) answer {
	if text == "" || text == stand {
		return answer{text, false}
	}
	if known, is := l.seen[text]; is {
		return known
	}
	l.seen[text] = answer{text, false} // a part that comes up again within itself is as it is
	out := l.find(text)
	l.seen[text] = out
	return out
}

// find says too whether any words were found.
func (l lookup) find(text string) answer {
	lines := strings.Split(text, "\n")
	if len(lines) > 1 {
		return l.lines(text, lines)
	}
	if len(text) > longest {
		return answer{text, false}
	}
	if said, ok := l.whole(text); ok {
		return answer{said, true}
	}
	if said, ok := l.named(text); ok {
		return answer{said, true}
	}
	if strings.Count(text, "; ")+strings.Count(text, ": ") > mostMarks {
		return answer{text, false}
	}
	for _, mark := range []string{"; ", ": "} {
		if said, ok := l.parts(text, mark); ok {
			return answer{said, true}
		}
	}
	return answer{text, false}
}

// named looks up what stands after the names of a file, a place in it and a key, whole.
func (l lookup) named(text string) (polish string, found bool) {
	for from := 0; ; {
		name, rest, is := strings.Cut(text[from:], ": ")
		if !is || strings.Contains(name, " ") {
			return text, false
		}
		from += len(name) + len(": ")
		if said, ok := l.whole(rest); ok {
			return text[:from] + said, true
		}
	}
}

// lines looks up a message of several lines: whole where it is short, else each line.
func (l lookup) lines(text string, lines []string) answer {
	if len(text) <= longest {
		if said, ok := l.whole(text); ok {
			return answer{said, true}
		}
	}
	any := false
	for i, line := range lines {
		said := l.look(line)
		lines[i], any = said.polish, any || said.found
	}
	return answer{strings.Join(lines, "\n"), any}
}

// whole looks for the format that gives the text and has the most letters of its own.
func (l lookup) whole(text string) (polish string, found bool) {
	best, values := -1, []string(nil)
	for i := range l.entries {
		e := &l.entries[i]
		if best >= 0 && e.letters <= l.entries[best].letters {
			continue
		}
		if v, fits := e.values(text); fits {
			best, values = i, v
		}
	}
	if best < 0 {
		return text, false
	}
	return l.entries[best].say(values, l.text), true
}

// parts looks up what stands after a mark, at the earliest where it has words.
func (l lookup) parts(text, mark string) (polish string, found bool) {
	for from := 0; ; {
		i := strings.Index(text[from:], mark)
		if i < 0 {
			return text, false
		}
		i += from
		from = i + len(mark)
		after := l.look(text[from:])
		before := answer{text[:i], false}
		if mark != ": " || strings.Contains(before.polish, " ") { // a name of one word stays
			before = l.look(before.polish)
		}
		if after.found || before.found {
			return before.polish + mark + after.polish, true
		}
	}
}
