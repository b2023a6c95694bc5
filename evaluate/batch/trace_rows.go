package batch

import (
	"strconv"

	"github.com/efseval/efseval/evaluate/audit"
)

// naming gives the persons of a trace names that do not tell who they are: pseudonyms under the key of
// the user, or numbers in the order in which they appear.
type naming struct {
	tracer  *tracer
	numbers map[string]int
}

func (n *naming) rows(of string, rows []found) []audit.Row {
	out := make([]audit.Row, len(rows))
	for i, row := range rows {
		out[i] = audit.Row{Of: of, At: row.at, Unit: row.unit, Person: n.person(row.person), Roles: row.roles}
	}
	return out
}

func (n *naming) person(id string) string {
	if id == "" {
		return ""
	}
	if p := n.tracer.persons; p != nil {
		return p.Pseudonym(n.tracer.run.project.ID, []byte(id))
	}
	number, known := n.numbers[id]
	if !known {
		number = len(n.numbers) + 1
		n.numbers[id] = number
	}
	return strconv.Itoa(number)
}
