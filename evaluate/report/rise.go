package report

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// Rise is the plus before a change that went up, as charts and the lines of a run have it: a change is told by its
// sign, a level is not. It is empty for a fall, for what prints as zero, for what has no value and for every figure
// that is not the change of a questionnaire in points.
func Rise(f *evaluate.Figure) string {
	if f.Status != evaluate.Known || f.Unit != evaluate.Points || f.Value.Float() <= 0 || !changes(f.ID) {
		return ""
	}
	if !strings.ContainsAny(f.Text(evaluate.EN), "123456789") {
		return ""
	}
	return "+"
}

// changes tells whether a figure is after less before: the mean, the median or the shift of the changes of the same
// persons, also as it would be with those who left.
func changes(id string) bool {
	if !strings.HasPrefix(id, "survey/") {
		return false
	}
	if _, found := cutAny(id, "/change/mean", "/change/median", "/change/hodges-lehmann", "/attrition/ipw/mean"); found {
		return true
	}
	return strings.Contains(id, "/attrition/bound/")
}
