package batch

import "strings"

// uncommented is an excerpt of a project file without its comments: notes of whoever keeps the file,
// which may name people and have no part in what is wrong.
func uncommented(excerpt string) string {
	lines := strings.Split(excerpt, "\n")
	for i, line := range lines {
		lines[i] = uncommentedLine(line)
	}
	return strings.Join(lines, "\n")
}

// uncommentedLine cuts a line off before a # that stands behind a blank and in no quotes.
func uncommentedLine(line string) string {
	var quote rune
	before := ' '
	for i, r := range line {
		switch {
		case quote == 0 && r == '#' && (before == ' ' || before == '\t'):
			return strings.TrimRight(line[:i], " \t")
		case quote == 0 && (r == '"' || r == '\'') && strings.ContainsRune(" \t[{,:", before):
			quote = r
		case r == quote:
			quote = 0
		}
		before = r
	}
	return line
}
