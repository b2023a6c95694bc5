package batch

import (
	"bytes"
	"fmt"
	"regexp"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// writtenFraction is a key of a whole number with something that may be a fraction behind it.
var writtenFraction = regexp.MustCompile(`(?i)(days|months|months_under_25|months_from_25|population|drawn|price_year|missing|number|of|header_row)["']?\s*:\s*[-+]?[0-9_]*(\.|[0-9]e)`)

// wholeNumbers refuses a fraction where a number of days, months or persons is wanted: decoded into
// a whole number it would lose its decimals without a word.
func (c *checker) wholeNumbers() {
	if !mayHoldFraction(c.project.text) || !writtenFraction.Match(c.project.text) {
		return // as in most projects, and reading the file again takes longer than all other checks
	}
	paths := []string{
		"$.parameters.immediate_days", "$.parameters.longer_term_months", "$.parameters.efficiency_months",
		"$.parameters.long_term_unemployed.months_under_25", "$.parameters.long_term_unemployed.months_from_25",
	}
	for _, code := range sortedKeys(c.project.Samples) {
		paths = append(paths, "$.samples."+code+".population", "$.samples."+code+".drawn")
	}
	paths = append(paths, "$.period.months", "$.cost.price_year")
	for i := range c.project.Surveys {
		paths = append(paths, fmt.Sprintf("$.surveys[%d].scale.missing", i))
	}
	for i := range c.project.Facts {
		paths = append(paths, fmt.Sprintf("$.facts[%d].number", i), fmt.Sprintf("$.facts[%d].of", i))
	}
	for _, in := range []string{"participants", "cost.ledger"} {
		paths = append(paths, "$."+in+".header_row")
	}
	file, err := parser.ParseBytes(c.project.text, 0)
	if err != nil {
		return // told when the project was decoded
	}
	for _, path := range paths {
		if f := fractionAt(file, path); f != "" {
			c.fault(path, "wants a whole number, not %s", f)
		}
	}
}

// mayHoldFraction tells whether behind any colon stands what may be a fraction, digits with a point or an exponent: a
// hundred times faster than the expression, which then decides.
func mayHoldFraction(text []byte) bool {
	for {
		_, rest, found := bytes.Cut(text, []byte(":"))
		if !found {
			return false
		}
		text = rest
		number := bytes.TrimLeft(bytes.TrimLeft(rest, " \t\r\n\f\v"), "+-")
		digits := bytes.TrimLeft(number, "0123456789_")
		if len(digits) > 0 && (digits[0] == '.' || len(digits) < len(number) && (digits[0] == 'e' || digits[0] == 'E')) {
			return true
		}
	}
}

// fractionAt is the number of a path as it is written, where it has decimals; empty for anything else.
func fractionAt(file *ast.File, path string) string {
	at, err := yaml.PathString(path)
	if err != nil {
		return ""
	}
	node, err := at.FilterFile(file)
	if f, ok := node.(*ast.FloatNode); ok && err == nil {
		return f.String()
	}
	return ""
}
