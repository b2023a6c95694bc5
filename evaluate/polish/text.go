package polish

import "strings"

// packages put their name before a message made for developers; in Polish it is left out.
var packages = []string{"datasets", "profiles", "check", "canonical", "indicators", "sqltext", "warehouse", "evaluate",
	"scale", "prepost", "cost", "report", "audit", "batch"}

// Text is a message in Polish, or as it is where no format fits. A message of several statements (parted by a semicolon
// or a colon, or lines) is looked up whole first and then by its parts: the words before a colon are mostly
// a name, of a file or a key.
func (c *Catalogue) Text(english string) string {
	said, _ := c.look(english)
	return said
}

// look says too whether any words were found.
func (c *Catalogue) look(text string) (polish string, found bool) {
	if text == "" || text == stand {
		return text, false
	}
	if said, ok := c.whole(text); ok {
		return said, true
	}
	if bare := unnamed(text); bare != text {
		if said, ok := c.look(bare); ok {
			return said, true
		}
	}
	if key, rest, is := strings.Cut(text, ": "); is && !strings.Contains(key, " ") { // the name of a file or a key
		if said, ok := c.whole(unnamed(rest)); ok {
			return key + ": " + said, true
		}
	}
	for _, mark := range []string{"\n", "; ", ": "} {
		if said, ok := c.parts(text, mark); ok {
			return said, true
		}
	}
	return text, false
}

// unnamed is a message without the name of the package that made it.
func unnamed(text string) string {
	for _, name := range packages {
		if rest, is := strings.CutPrefix(text, name+": "); is {
			return rest
		}
	}
	return text
}

// whole looks for the format that gives the text and has the most letters of its own.
func (c *Catalogue) whole(text string) (polish string, found bool) {
	best, values := -1, []string(nil)
	for i := range c.entries {
		e := &c.entries[i]
		if best >= 0 && e.letters <= c.entries[best].letters {
			continue
		}
		if v, fits := e.values(text); fits {
			best, values = i, v
		}
	}
	if best < 0 {
		return text, false
	}
	return c.entries[best].say(values, c.Text), true
}

// parts looks up what stands after a mark, at the earliest where it has words.
func (c *Catalogue) parts(text, mark string) (polish string, found bool) {
	for from := 0; ; {
		i := strings.Index(text[from:], mark)
		if i < 0 {
			return text, false
		}
		i += from
		from = i + len(mark)
		after, known := c.look(text[from:])
		before, also := text[:i], false
		if mark != ": " || strings.Contains(before, " ") { // a name of one word stays
			before, also = c.look(before)
		}
		if known || also {
			return before + mark + after, true
		}
	}
}
