package main

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// initText writes a project file line by line, indented, with comments.
type initText struct {
	strings.Builder
	indent int
	off    bool // lines stand as comments
}

func (t *initText) line(format string, args ...any) {
	mark := ""
	if t.off {
		mark = "# "
	}
	text := mark + strings.Repeat("  ", t.indent) + fmt.Sprintf(format, args...)
	t.WriteString(strings.TrimRight(text, " ") + "\n")
}

// comment writes a comment, each of its lines behind a mark.
func (t *initText) comment(text string) {
	for line := range strings.Lines(text) {
		if t.off {
			t.WriteString("# ")
		}
		t.WriteString(strings.Repeat("  ", t.indent) + "# " + strings.TrimRight(line, "\n") + "\n")
	}
}

func (t *initText) blank() { t.WriteString("\n") }

// plainScalar are the texts that YAML reads as themselves without quotes.
var plainScalar = regexp.MustCompile(`^\p{L}[\p{L}\p{N}_./-]*( [\p{L}\p{N}_./-]+)*$`)

// yamlText is a text as YAML reads it back, in quotes where it must be.
func yamlText(text string) string {
	words := []string{"true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf"}
	if plainScalar.MatchString(text) && !slices.Contains(words, strings.ToLower(text)) {
		return text
	}
	var quoted strings.Builder
	e := json.NewEncoder(&quoted)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		return `""` // a string can always be written
	}
	return strings.TrimRight(quoted.String(), "\n")
}

// yamlList is a list on one line.
func yamlList(texts []string) string {
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = yamlText(text)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
