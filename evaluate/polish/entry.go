package polish

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// entry is one English format, cut at its verbs, and the Polish one.
type entry struct {
	literals []string // one more than verbs
	verbs    []byte
	letters  int // of all literals: the entry with the most fits best
	polish   []part
}

// part of a Polish format: a literal, and then the value of a number, -1 at the end.
type part struct {
	literal string
	value   int
}

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?[-+# 0]*(?:\d+)?(?:\.\d+)?([a-zA-Z%])`)

func newEntry(english, polish string) (entry, error) {
	var e entry
	parts, verbs, err := cut(english)
	if err != nil {
		return e, err
	}
	for i, p := range parts {
		if p.value >= 0 && p.value != i {
			return e, errors.New("the English format counts its verbs in another order")
		}
		e.literals, e.letters = append(e.literals, p.literal), e.letters+len(p.literal)
	}
	e.verbs = verbs
	said, used, err := cut(polish)
	if err != nil {
		return e, err
	}
	e.polish = said
	return e, e.agree(used)
}

// agree tells whether the Polish format shows every value as the English one does. A word (%s) alone may be left
// out, where the verbs are numbered: Polish says "błędów: 3" for "3 faults".
func (e *entry) agree(used []byte) error {
	shown := map[int]bool{}
	for i, p := range e.polish[:len(e.polish)-1] {
		if p.value >= len(e.verbs) || kind(e.verbs[p.value]) != kind(used[i]) {
			return fmt.Errorf("its Polish verb %d has no like in the English format", i+1)
		}
		shown[p.value] = true
	}
	for i, v := range e.verbs {
		if !shown[i] && v != 's' {
			return fmt.Errorf("value %d is left out", i+1)
		}
	}
	return nil
}

// kind brings together the verbs that print a value alike.
func kind(v byte) byte {
	if v == 'v' || v == 'w' {
		return 's'
	}
	return v
}

// cut parts a format at its verbs.
func cut(format string) (parts []part, verbs []byte, err error) {
	var literal strings.Builder
	from := 0
	for _, m := range verb.FindAllStringSubmatchIndex(format, -1) {
		literal.WriteString(format[from:m[0]])
		from = m[1]
		v := format[m[4]]
		if v == '%' {
			literal.WriteByte('%')
			continue
		}
		value := len(verbs)
		if m[2] >= 0 {
			if value, err = strconv.Atoi(format[m[2]:m[3]]); err != nil || value < 1 {
				return nil, nil, errors.New("a verb has no number from 1")
			}
			value--
		}
		parts, verbs = append(parts, part{literal.String(), value}), append(verbs, v)
		literal.Reset()
	}
	literal.WriteString(format[from:])
	return append(parts, part{literal.String(), -1}), verbs, nil
}

// values are those that the format was filled with to give a text; ok is false where it gives no such text.
func (e *entry) values(text string) (values []string, ok bool) {
	rest := text
	for _, literal := range e.literals {
		_, after, found := strings.Cut(rest, literal)
		if !found {
			return nil, false
		}
		rest = after
	}
	var pattern strings.Builder
	pattern.WriteString(`(?s)\A`)
	for i, literal := range e.literals {
		pattern.WriteString(regexp.QuoteMeta(literal))
		if i < len(e.verbs) {
			pattern.WriteString(e.printed(i))
		}
	}
	found := regexp.MustCompile(pattern.String() + `\z`).FindStringSubmatch(text)
	if found == nil {
		return nil, false
	}
	return found[1:], true
}

// printed is the pattern of what a verb prints. A word that follows another one directly is an addition, as
// "; did you mean …?", or nothing.
func (e *entry) printed(i int) string {
	switch {
	case e.verbs[i] == 'd':
		return `(-?[0-9]+)`
	case e.verbs[i] == 'q':
		return `("(?:[^"\\]|\\.)*"|'.*?'|\[.*?\])`
	case e.added(i):
		return `((?:; | \().*?|)`
	}
	return `(.*?)`
}

func (e *entry) added(i int) bool {
	return i > 0 && e.literals[i] == "" && kind(e.verbs[i]) == 's' && kind(e.verbs[i-1]) == 's'
}

// say fills the Polish format.
func (e *entry) say(values []string, each func(string) string) string {
	var out strings.Builder
	for _, p := range e.polish {
		out.WriteString(p.literal)
		if p.value < 0 {
			continue
		}
		value := values[p.value]
		if kind(e.verbs[p.value]) == 's' {
			value = each(value)
		}
		out.WriteString(value)
	}
	return out.String()
}
