package warehouse

import (
	"regexp"

	"github.com/efseval/efseval/datasets"
)

// quotedText finds what a server puts in quotes: the names of things, and the values of cells.
var quotedText = regexp.MustCompile("'(?:[^']|'')*'?|\"[^\"]*\"?|`[^`]*`?|«[^»]*»?|„[^”]*”?")

// withoutValues is what a server says of a query that it refused, without what it quotes: where a value cannot be
// converted, both servers repeat it, and it may be the name of a person. The names of columns of the canonical
// table and those of types stay.
func withoutValues(said string) string {
	schema, err := datasets.ReadSchema("participants")
	return quotedText.ReplaceAllStringFunc(said, func(quoted string) string {
		runes := []rune(quoted)
		word := string(runes[1:max(1, len(runes)-1)])
		if err == nil && schema.Field(word) != nil || isType(word) {
			return quoted
		}
		return string(runes[0]) + "…" + string(runes[0])
	})
}

// isType tells the types that the servers quote.
func isType(word string) bool {
	switch word {
	case "Date", "Date32", "DateTime", "Int64", "UInt8", "String", "Nullable(Date)", "Nullable(Int64)", "Nullable(String)":
		return true
	}
	return false
}
