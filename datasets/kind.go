package datasets

import "fmt"

// Kind is what the cells of a field hold.
type Kind uint8

// The kinds of field. A Flag has four states (yes, no, refused, missing), never two.
// A Set holds several categories of one closed vocabulary at once, as the union of the
// results or supports of a person does.
const (
	Category   Kind = iota + 1 // one code of a closed vocabulary
	Flag                       // yes / no / refused / missing
	Date                       // days since 1970-01-01
	Number                     // real number, float64
	Count                      // whole number, int64
	Money                      // integer grosze
	Text                       // free text
	Identifier                 // text that names a person, project or sheet; compared byte by byte
	Set                        // several codes of a closed vocabulary (at most 64 terms)
)

var kindNames = [...]string{
	Category: "category", Flag: "flag", Date: "date", Number: "number", Count: "count",
	Money: "money", Text: "text", Identifier: "identifier", Set: "set",
}

// String is the word used in schema files.
func (k Kind) String() string {
	if int(k) < len(kindNames) && kindNames[k] != "" {
		return kindNames[k]
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

var polishKinds = [...]string{
	Category: "słowo z listy", Flag: "tak lub nie", Date: "data", Number: "liczba", Count: "liczba całkowita",
	Money: "kwota", Text: "tekst", Identifier: "identyfikator", Set: "słowa z listy",
}

// Polish is the kind in the words of a Polish message.
func (k Kind) Polish() string {
	if int(k) < len(polishKinds) && polishKinds[k] != "" {
		return polishKinds[k]
	}
	return k.String()
}

// ParseKind is the inverse of [Kind.String].
func ParseKind(s string) (Kind, error) {
	for k, name := range kindNames {
		if name != "" && name == s {
			return Kind(k), nil
		}
	}
	return 0, fmt.Errorf("datasets: unknown kind of field %q; want category, flag, date, number, count, money, text, identifier or set", s)
}

// UnmarshalText reads a kind from a schema file.
func (k *Kind) UnmarshalText(text []byte) (err error) {
	*k, err = ParseKind(string(text))
	return err
}

// The four states of a Flag, as codes of a Batch column.
const (
	Missing uint8 = 0 // no answer recorded
	Yes     uint8 = 1
	No      uint8 = 2
	Refused uint8 = 3 // the person declined to say; does not make a record incomplete
)
