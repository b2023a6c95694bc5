package indicators

import (
	"fmt"

	"github.com/efseval/efseval/datasets"
)

// Group is a column of a table: the breakdown that both regulations ask for, and what is left.
// Women, Men, NonBinary and UnknownSex part Total: each person is in one of the four.
type Group uint8

// The groups. NonBinary exists only where the rule set knows it; elsewhere such a person is in
// UnknownSex, so that the parts still add up and nobody is lost.
const (
	Women Group = iota
	Men
	NonBinary
	UnknownSex // not recorded, or outside the genders of the rule set
	Total
	groupCount = iota
)

var groupNames = [groupCount]string{"women", "men", "non-binary", "unknown-sex", "total"}

// sexTerms are the terms of the vocabulary sex behind the first groups.
var sexTerms = [...]string{Women: "woman", Men: "man", NonBinary: "non_binary"}

// String is the word used in figure identifiers.
func (g Group) String() string {
	if g < groupCount {
		return groupNames[g]
	}
	return fmt.Sprintf("Group(%d)", uint8(g))
}

// ParseGroup is the inverse of [Group.String].
func ParseGroup(s string) (Group, error) {
	for g, name := range groupNames {
		if name == s {
			return Group(g), nil
		}
	}
	return 0, fmt.Errorf("indicators: unknown group %q%s", s, datasets.Meant(s, groupNames[:]))
}

// UnmarshalText reads a group from a project file.
func (g *Group) UnmarshalText(text []byte) (err error) {
	*g, err = ParseGroup(string(text))
	return err
}

// MarshalText writes a group the way [ParseGroup] reads it.
func (g Group) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// Label is the heading of the group.
func (g Group) Label() datasets.Label {
	switch g {
	case Women:
		return datasets.Label{PL: "kobiety", EN: "women"}
	case Men:
		return datasets.Label{PL: "mężczyźni", EN: "men"}
	case NonBinary:
		return datasets.Label{PL: "osoby niebinarne", EN: "non-binary persons"}
	case UnknownSex:
		return datasets.Label{PL: "płeć nieznana lub spoza zestawu reguł", EN: "sex unknown or outside the rule set"}
	}
	return datasets.Label{PL: "ogółem", EN: "total"}
}
