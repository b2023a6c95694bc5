package indicators

import "slices"

// loosen turns relations that equal the participants into "at most" where the complete record no longer
// asks for what their left side rests on: EECO09 + EECO10 + EECO11 is all participants as long as the
// education of each is known. The labour-market status stays as it is: the total is by definition the sum of
// the three (REG1304-AI), so that a record without one breaks it whatever is called complete.
func (s *Set) loosen(before []string) error {
	let := slices.DeleteFunc(slices.Clone(before), func(f string) bool {
		return f == "labour_status" || slices.Contains(s.Parameters.CompleteRecord, f)
	})
	if len(let) == 0 {
		return nil
	}
	s.Invariants = slices.Clone(s.Invariants)
	for i, v := range s.Invariants {
		if v.Is != Equals || !slices.Equal(v.Right, []string{Participants}) {
			continue
		}
		rests, err := s.restOn(v.Left, let)
		if err != nil {
			return err
		}
		if rests {
			s.Invariants[i].Is = AtMost
		}
	}
	return nil
}

// restOn tells whether one of the indicators reads one of the fields.
func (s *Set) restOn(codes, fields []string) (bool, error) {
	for _, code := range codes {
		d := s.Definition(code)
		if d == nil || d.Fact {
			continue
		}
		needs, err := s.Needs(&d.Achieved)
		if err != nil {
			return false, err
		}
		for _, n := range needs {
			if slices.ContainsFunc(n.Fields(), func(f string) bool { return slices.Contains(fields, f) }) {
				return true, nil
			}
		}
	}
	return false, nil
}
