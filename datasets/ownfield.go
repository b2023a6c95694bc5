package datasets

import (
	"slices"
	"strings"
)

// OwnField is the field for a column that a schema does not know, as it is asked for by its header: a
// text named as the header is compared ([Fold]) with _ for spaces, so that "Gmina pilotażowa" is
// gmina_pilotazowa in every file and every table made from one. Where the schema has that name, or one
// of taken, it begins with column_. The name is empty where the header has neither letter nor digit.
func OwnField(s *Schema, header string, taken ...string) Field {
	header = strings.TrimSpace(header)
	name := strings.ReplaceAll(Fold(header), " ", "_")
	if name != "" && (s.Field(name) != nil || slices.Contains(taken, name) || foldedName(s, name)) {
		name = "column_" + name
	}
	return Field{Name: name, Kind: Text, Label: Label{PL: header, EN: header}, Merge: First}
}

// foldedName tells the name of the column in which another stands folded.
func foldedName(s *Schema, name string) bool {
	field, is := strings.CutSuffix(name, FoldedColumn(""))
	return is && s.Field(field) != nil
}
