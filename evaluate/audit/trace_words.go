package audit

import "github.com/efseval/efseval/evaluate"

// words of a role, for people.
func (r Role) words() evaluate.Text {
	switch r {
	case Counted:
		return evaluate.T("liczony", "counted")
	case Numerator:
		return evaluate.T("licznik", "numerator")
	case Denominator:
		return evaluate.T("mianownik", "denominator")
	case Before:
		return evaluate.T("przed", "before")
	case After:
		return evaluate.T("po", "after")
	case LedgerLine:
		return evaluate.T("koszt", "cost")
	}
	return evaluate.Same(string(r))
}

func rolesText(roles []Role, l evaluate.Lang) string {
	var out evaluate.Text
	for _, r := range roles {
		out = out.Joined(", ", r.words())
	}
	return out.In(l)
}
