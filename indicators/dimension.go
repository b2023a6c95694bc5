package indicators

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Dimension is what a table is split by besides sex: a field of the schema, the age at entry in
// bands, or the stage of participation. Ask [Set.Dimension] for one. Whoever has no value is a
// part of its own, "not known", so that nobody falls out.
type Dimension struct {
	Name  string         // as asked for: age_band, education, support
	Label datasets.Label // heading
	Field string         // of the schema; age where ages are worked out; empty for the stage of participation
	Bands []Band         // of ages and counts; nil: each value is a part
	// Overlaps: one person may be in several parts (kinds of support), so that the parts do not
	// add up to the whole: everybody is in at least one.
	Overlaps bool
}

// Band is a range of whole numbers, both ends in it.
type Band struct {
	Value    string // "<25", "25-54", "55+", or one number alone
	Label    datasets.Label
	From, To int64 // math.MinInt64 and math.MaxInt64 where a side is open
}

// Values that are not terms of a vocabulary.
const (
	NotKnown = ""   // no value, or no column
	NoMember = "||" // a set that is known to be empty, as the canonical table writes it
)

// The stages of participation, the values of the dimension stage.
const (
	TakingPart = "taking_part" // no date of exit yet
	HasLeft    = "left"        // left, and not known to have finished as planned
	HasDone    = "completed"   // finished as planned, as the figure completed counts
)

// stageName is the dimension that is read from no single field.
const stageName = "stage"

// shortNames are the words for fields that people ask for.
var shortNames = map[string]string{
	"age_band": "age", "status": "labour_status", "status_detail": "labour_status_detail", "support": "supports",
}

// Dimension is the dimension of a name: age_band, education, status (labour_status), disability,
// municipality, support (supports), stage, or any field of the schema, as a project file may add.
// Bands of its own follow a colon: age_band:18,25,55 is below 18, 18 to 24, 25 to 54, 55 and more;
// without them age_band has those of the rule set. A count may have bands too. Names, dates and
// numbers with a fraction are refused, and sex, which every table has.
func (s *Set) Dimension(name string) (Dimension, error) {
	word, edges, banded := strings.Cut(strings.TrimSpace(name), ":")
	d := Dimension{Name: word, Field: word}
	f := s.schema.Field(word) // a project's own field goes before a short name
	if field, short := shortNames[word]; short && f == nil {
		d.Field, f = field, s.schema.Field(field)
	}
	if word == stageName && f == nil {
		d.Field, d.Label = "", datasets.Label{PL: "etap udziału", EN: "stage of participation"}
		if banded {
			return Dimension{}, fmt.Errorf("indicators: the dimension %s has no bands; write it without %q", word, ":"+edges)
		}
		return d, nil
	}
	if f == nil {
		return Dimension{}, fmt.Errorf("indicators: no dimension %q%s", word, datasets.Meant(word, s.DimensionNames()))
	}
	d.Label, d.Overlaps = f.Label, f.Kind == datasets.Set
	if err := s.checkDimension(d); err != nil {
		return Dimension{}, err
	}
	return s.withBands(d, edges, banded)
}

// Dimensions reads a list, as of a command line: "age_band:18,25,education". A whole number after
// bands is one more edge. An empty text is none.
func (s *Set) Dimensions(text string) ([]Dimension, error) {
	var out []Dimension
	for _, name := range DimensionWords(text) {
		d, err := s.Dimension(name)
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	return out, s.checkDimensions(out)
}

// DimensionWords takes such a list apart.
func DimensionWords(text string) []string {
	var names []string
	for _, word := range strings.Split(text, ",") {
		word = strings.TrimSpace(word)
		if last := len(names) - 1; last >= 0 && isWhole(word) && strings.Contains(names[last], ":") {
			names[last] += "," + word
		} else if word != "" {
			names = append(names, word)
		}
	}
	return names
}

// KnowsDimension tells whether a word names a dimension, be it one that is refused, with its bands or
// without: else it may be the header of a column.
func (s *Set) KnowsDimension(word string) bool {
	word, _, _ = strings.Cut(strings.TrimSpace(word), ":")
	return word == stageName || shortNames[word] != "" || s.schema.Field(word) != nil
}

// checkDimensions refuses what no counter could split by, also of dimensions made by hand.
func (s *Set) checkDimensions(by []Dimension) error {
	for i, d := range by {
		if err := s.checkDimension(d); err != nil {
			return err
		}
		same := func(o Dimension) bool { return o.Name == d.Name || o.Field == d.Field }
		if twice := slices.IndexFunc(by[:i], same); twice >= 0 {
			return fmt.Errorf("indicators: the dimensions %s and %s are one; take one of them out", by[twice].Name, d.Name)
		}
	}
	return nil
}

func (s *Set) checkDimension(d Dimension) error {
	if d.Name == stageName && d.Field == "" {
		return nil
	}
	f := s.schema.Field(d.Field)
	switch {
	case f == nil:
		return fmt.Errorf("indicators: the dimension %q is of the field %q, which the schema %s does not have", d.Name, d.Field, s.schema.Name)
	case d.Field == "sex":
		return fmt.Errorf("indicators: every table has its columns by sex; take %q out of the dimensions", d.Name)
	case f.Identifying:
		return fmt.Errorf("indicators: no table can be split by %s, which tells who a person is", f.Name)
	case f.Kind == datasets.Date || f.Kind == datasets.Money || f.Kind == datasets.Number:
		return fmt.Errorf("indicators: no table can be split by %s, which is a %s; make a category of it", f.Name, f.Kind)
	case f.Kind != datasets.Count && d.Bands != nil:
		return fmt.Errorf("indicators: %s is a %s and has no bands; write it without them", f.Name, f.Kind)
	}
	return checkBands(d)
}

// DimensionNames lists what a table of the set can be split by, for "did you mean".
func (s *Set) DimensionNames() []string {
	names := []string{"age_band", "education", "status", "disability", "municipality", "support", stageName}
	for _, f := range s.schema.Names() {
		if !slices.Contains(names, f) && s.checkDimension(Dimension{Name: f, Field: f}) == nil {
			names = append(names, f)
		}
	}
	return names
}
