package audit

import (
	"github.com/efseval/efseval/evaluate/report"
)

// said is what of which figure something printed is.
type said struct{ figure, field string }

// compare tells where an output says something else than the one that was written again.
func compare(name string, stands, computed []byte, again *report.Report) ([]Difference, error) {
	was, err := report.ReadPrinted(name, stands)
	if err != nil {
		return nil, err
	}
	is, err := report.Reread(name, computed, again)
	if err != nil {
		return nil, err
	}
	return comparePrinted(was, is), nil
}

// comparePrinted holds what two outputs say against each other: of each figure each field, however often
// it is printed, and all else in its order.
func comparePrinted(was, is []report.Printed) (found []Difference) {
	order, stands := bySaid(was)
	more, computed := bySaid(is)
	for _, s := range order {
		found = append(found, pair(stands[s], computed[s])...)
	}
	for _, s := range more {
		if _, both := stands[s]; !both {
			found = append(found, pair(nil, computed[s])...)
		}
	}
	return found
}

// bySaid gathers what is printed of the same; the order is that of the first of each.
func bySaid(all []report.Printed) (order []said, by map[said][]report.Printed) {
	by = make(map[said][]report.Printed, len(all))
	for _, p := range all {
		s := said{p.Figure, p.Field}
		if _, known := by[s]; !known {
			order = append(order, s)
		}
		by[s] = append(by[s], p)
	}
	return order, by
}

// pair compares one by one; where one has more of them than the other, what is alike at both ends is left out.
func pair(stands, computed []report.Printed) (found []Difference) {
	if len(stands) != len(computed) {
		for len(stands) > 0 && len(computed) > 0 && stands[0].Text == computed[0].Text {
			stands, computed = stands[1:], computed[1:]
		}
		for len(stands) > 0 && len(computed) > 0 && stands[len(stands)-1].Text == computed[len(computed)-1].Text {
			stands, computed = stands[:len(stands)-1], computed[:len(computed)-1]
		}
	}
	for i := range max(len(stands), len(computed)) {
		var was, is *report.Printed
		if i < len(stands) {
			was = &stands[i]
		}
		if i < len(computed) {
			is = &computed[i]
		}
		if was == nil || is == nil || was.Text != is.Text {
			found = append(found, differenceOf(was, is))
		}
	}
	return found
}

// differenceOf is the difference of two of which one may be missing.
func differenceOf(was, is *report.Printed) Difference {
	d := Difference{}
	if is != nil {
		d = Difference{Figure: is.Figure, Field: is.Field, Place: is.Place, Computed: &is.Text}
		if d.Figure == "" {
			d.Figure = is.About
		}
	}
	if was != nil {
		d.Field, d.Place, d.Stands = was.Field, was.Place, &was.Text
		if was.Figure != "" {
			d.Figure = was.Figure
		}
	}
	d.Stands, d.Computed = excerpts(d.Stands, d.Computed)
	return d
}
