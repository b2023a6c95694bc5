package indicators

import "slices"

// Reads lists the fields of the schema that the set reads to count: those of its criteria, of the
// complete-record rule, the completers and the thresholds, sex and the date of exit; in the order of
// the schema. An export that holds only these counts as the whole does, but for refusals.
func (s *Set) Reads() ([]string, error) {
	used := append([]string{"sex", "exit_date"}, s.Parameters.CompleteRecord...)
	add := func(c *Criterion) error {
		if c.IsZero() {
			return nil
		}
		needs, err := s.Needs(c)
		for _, n := range needs {
			used = append(used, n.Fields()...)
		}
		return err
	}
	criteria := []*Criterion{&s.Parameters.Completers, {Known: "age"}, {LongTermUnemployed: true}}
	for i := range s.Definitions {
		criteria = append(criteria, &s.Definitions[i].Eligible, &s.Definitions[i].Achieved)
	}
	for i := range s.Thresholds {
		criteria = append(criteria, &s.Thresholds[i].Of)
	}
	for _, c := range criteria {
		if err := add(c); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(s.schema.Names(), func(f string) bool { return !slices.Contains(used, f) }), nil
}
