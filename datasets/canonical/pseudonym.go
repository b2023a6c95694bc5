package canonical

import (
	"slices"
	"strings"
	"unicode"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/check"
)

// Pseudonyms names persons without naming them, as a trace under the same key does: see
// [check.Persons.Pseudonym]. A number with the form of a PESEL has one pseudonym in every project; a
// code that a project gave, as SYN-001, may be another person's elsewhere and has one in each.
type Pseudonyms struct {
	persons *check.Persons
	// Project stands in for the project number of the rows: the id of the project.yaml that a trace
	// goes by. Empty: as the rows have it, and none where they have none.
	Project string
}

// NewPseudonyms takes a key that the user holds, or that [datasets.DrawKey] drew for one table. One that
// [datasets.CheckKey] refuses is an error.
func NewPseudonyms(key []byte) (*Pseudonyms, error) {
	persons, err := check.PersonsUnder(key)
	if err != nil {
		return nil, err
	}
	return &Pseudonyms{persons: persons}, nil
}

// of appends the pseudonym of a text that is of no one project.
func (p *Pseudonyms) of(to, text []byte) []byte {
	return append(to, p.persons.Pseudonym("", text)...)
}

// person appends the pseudonym of the person of a row.
func (p *Pseudonyms) person(to []byte, b *datasets.Batch, text []byte, row int) []byte {
	project := p.Project
	if c := b.ColumnOf("project"); project == "" && c != nil && c.Present {
		project = string(c.Text(row))
	}
	return append(to, p.persons.Pseudonym(project, text)...)
}

// text appends a text that is not there to name a person. One that could all the same has a
// pseudonym: what was equal stays equal, a free text as datasets.FoldText has it.
func (p *Pseudonyms) text(to, text []byte, free bool) []byte {
	switch {
	case free && TellsOfPerson(text):
		return p.of(to, []byte(datasets.FoldText(string(text))))
	case couldNamePerson(text), !free && noCode(text):
		return p.of(to, text)
	}
	return append(to, text...)
}

// noCode is true of an identifier that is written as words are, with a small letter and without a
// digit: in the column of project numbers it may be the name of somebody, shifted by a column.
func noCode(text []byte) bool {
	words := string(text)
	return strings.ContainsFunc(words, unicode.IsLower) && !strings.ContainsFunc(words, unicode.IsDigit)
}

// TellsOfPerson is true of a free text that could say who somebody is or how to reach one, by its signs:
// @, nine digits on end, eight with no letter between them, a street or a settlement with a number. A
// name alone has no such sign.
func TellsOfPerson(text []byte) bool { return couldNamePerson(text) || hasManyDigitsOrStreet(text) }

// couldNamePerson is true of a text with @, or with nine digits on end as a telephone or a PESEL has.
func couldNamePerson(text []byte) bool {
	digits := 0
	for _, c := range text {
		switch {
		case c == '@':
			return true
		case c >= '0' && c <= '9':
			if digits++; digits == 9 {
				return true
			}
		case c != ' ' && c != '-': // 850230 12345 is a number, too
			digits = 0
		}
	}
	return false
}

// hasManyDigitsOrStreet is true of a free text with eight digits between which stands no letter, as a
// telephone, a PESEL and a day of birth have them in any writing, and of one with a street or a house
// with a number. The codes of municipalities (TERYT) have seven digits and stay. It is not for
// identifiers: the number of a project holds as many digits between dots.
func hasManyDigitsOrStreet(text []byte) bool {
	digits, all := 0, 0
	for _, r := range string(text) {
		switch {
		case unicode.IsDigit(r):
			digits++
			all++
		case unicode.IsLetter(r):
			digits = 0
		}
		if digits == 8 {
			return true
		}
	}
	return all > 0 && slices.ContainsFunc(strings.Fields(strings.ToLower(string(text))), isStreet)
}

// isStreet tells the words after which a street or a settlement is named in a Polish address.
func isStreet(word string) bool {
	for _, street := range []string{"ul.", "ulica", "al.", "aleja", "os.", "osiedle", "pl.", "plac"} {
		if word == street || strings.HasSuffix(street, ".") && strings.HasPrefix(word, street) {
			return true
		}
	}
	return false
}

// append appends an identifier or a text of a row.
func (p *Pseudonyms) append(to []byte, c *Column, b *datasets.Batch, row int) []byte {
	text := b.Column(c.field).Text(row)
	if c.Name == "person" {
		return p.person(to, b, text, row)
	}
	return p.text(to, text, c.Kind == datasets.Text)
}
