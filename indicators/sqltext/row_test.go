package sqltext

import "github.com/efseval/efseval/indicators"

// rowIn finds a row also among the gaps, refusals and thresholds.
func rowIn(t interface{ Fatal(...any) }, table *indicators.Table, code string) indicators.Row {
	if row, ok := table.Row(code); ok {
		return row
	}
	for _, g := range table.Incomplete {
		if code == Incomplete(g.Field) {
			return g.Row
		}
	}
	for i := range table.Thresholds {
		if code == Threshold(i) {
			return table.Thresholds[i].Row
		}
	}
	for _, r := range table.Refusals {
		if code == Refused(r.Field) {
			return r.Row
		}
	}
	t.Fatal("the engine has no figure " + code)
	return indicators.Row{}
}
