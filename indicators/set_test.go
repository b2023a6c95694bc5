package indicators

import "testing"

func TestEveryEmbeddedSetIsWhole(t *testing.T) {
	for _, name := range SetNames() {
		s, err := LoadSet(name)
		if err != nil {
			t.Error(err)
			continue
		}
		if s.Name != name {
			t.Errorf("file %s.yaml holds the set %q", name, s.Name)
		}
		for i := range s.Definitions {
			d := &s.Definitions[i]
			if d.Source.Clause == "" || d.Source.Mark == "" || d.NameSure.PL == "" || d.NameSure.EN == "" {
				t.Errorf("%s %s lacks its clause, its mark or how sure its name is", name, d.Code)
			}
			t.Log(d.Code, s.Say(&d.Eligible), s.Say(&d.Achieved))
		}
	}
}
