package profiles

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/efseval/efseval/datasets"
)

// mostWords is how many different values a column may have that holds words of a list.
const mostWords = 40

// column is one column of an export being looked at.
type column struct {
	place   int // from 0
	header  string
	counts  map[string]int // how often each value stands there; nil where there are too many
	private bool           // it may hold what names a person
	rule    *datasets.ColumnRule
	from    *datasets.Profile // of the rule
	ignored *datasets.Profile // the profile that knows the header and does not read it
	writing writing
}

// columnsOf lists the columns that have a header.
func columnsOf(found datasets.Conclusions) []column {
	var columns []column
	for _, c := range found.Columns {
		if len(c.Fields) > 0 {
			columns = append(columns, column{place: c.Column - 1, header: c.Header, counts: map[string]int{}, private: namesPerson(c.Header)})
		}
	}
	return columns
}

// survey reads an export to its end and keeps of each column the few values it may have.
func survey(source datasets.Source, columns []column) error {
	for batch, err := range source.Batches() {
		if err != nil {
			return err
		}
		for i := range columns {
			columns[i].look(batch)
		}
	}
	return nil
}

func (c *column) look(batch *datasets.Batch) {
	values := batch.ColumnOf("c" + strconv.Itoa(c.place+1))
	for row := range batch.Rows() {
		if values.Missing(row) {
			continue
		}
		value := string(values.Text(row))
		c.writing.look(value)
		if c.counts == nil {
			continue
		}
		c.counts[value]++
		c.private = c.private || mayBeOfOnePerson(value)
		if len(c.counts) > mostWords {
			c.counts = nil
		}
	}
}

// words are the different values of the column, sorted; none where there are too many.
func (c *column) words() []string {
	return slices.Sorted(maps.Keys(c.counts))
}

// shown tells which of the values a draft may show: none of a column with more than 40 different
// ones, with digits or @ in any, with two capital words side by side in any, or with a header that
// speaks of names, numbers, addresses, contacts or remarks. A value must stand in two rows at least, or
// be near to a word of near: one alone may be the name of a person in the wrong column.
func (c *column) shown(words, near []string) (shown []string, hidden int) {
	for _, w := range words {
		if c.private || c.counts[w] < 2 && datasets.Nearest(w, near) == "" {
			hidden++
			continue
		}
		shown = append(shown, w)
	}
	return shown, hidden
}

// mayBeOfOnePerson tells whether a value has the form of a number, a date, an address or a name.
func mayBeOfOnePerson(value string) bool {
	if strings.ContainsFunc(value, unicode.IsDigit) || strings.Contains(value, "@") || len(value) > 200 {
		return true
	}
	capitals := 0
	for word := range strings.FieldsSeq(value) {
		first, rest := []rune(word)[0], []rune(word)[1:]
		if unicode.IsUpper(first) && (len(rest) == 0 || unicode.IsLower(rest[0]) || rest[0] == '.' || len(rest) > 3) {
			if capitals++; capitals > 1 {
				return true
			}
		}
	}
	return false
}

// stems begin the words of headers whose columns may name a person, folded; whole are such words
// themselves.
var (
	stems = [...]string{"imie", "imio", "nazw", "pesel", "identyf", "adres", "ulic", "miejscow", "poczt", "telef", "komork", "mail", "email", "kontakt", "uzytkown",
		"urodz", "nip", "regon", "konto", "rachun", "podpis", "opiekun", "dowod", "login", "token", "uwag", "koment", "name", "surname", "firstname", "lastname", "forename",
		"address", "street", "phone", "mobile", "birth", "postcode", "zip", "ipaddr", "user", "remark", "note", "comment", "dom", "budyn", "lokal", "kod"}
	whole = [...]string{"id", "ip", "tel", "nr", "os", "osoba", "uczestnik", "uczestniczka", "kto", "person", "participant", "code", "contact", "numer", "number"}
)

// namesPerson tells whether a header speaks of who a person is or how to reach one. Headers that
// say something of a person, as "Osoba z niepełnosprawnościami", do not.
func namesPerson(header string) bool {
	words := strings.Fields(datasets.Fold(header))
	for _, w := range words {
		for _, stem := range stems {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
		if slices.Contains(whole[:], w) && len(words) <= 2 {
			return true
		}
	}
	return false
}
