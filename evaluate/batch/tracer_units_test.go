package batch

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
)

// isCount tells whether the value of a figure is the number of what it lists as counted.
func isCount(f evaluate.Figure) bool {
	switch f.Unit {
	case evaluate.Persons, evaluate.Pairs, evaluate.Sheets, evaluate.Households:
		return f.Status == evaluate.Known && !isStated(f.ID)
	}
	return false
}

// isStated tells whether a number of people stands in the project file of the law or is worked out.
func isStated(id string) bool {
	for _, end := range []string{"/planned", "/drawn", "/required", "/estimate"} {
		if strings.HasSuffix(id, end) {
			return true
		}
	}
	return id == "sample/CR07/population" || strings.HasPrefix(id, "indicator/DIGITAL/")
}

// byYardstick tells whether a count goes by what other sheets say, too, which it lists without counting them.
func byYardstick(id string) bool { return strings.Contains(id, "/reliable/") }

// restsOnOthers tells whether a figure of a questionnaire goes by rows of the export of participants that are
// not of its people: pairs of whom the export says nothing, among whom those are whose row is taken out; and
// weights, whose categories are those of the whole export.
func restsOnOthers(id string) bool {
	return strings.HasPrefix(id, "survey/") && (strings.Contains(id, "/not-known/") || strings.Contains(id, "/attrition/ipw/"))
}

// units counts what the rows of a count are of: rows themselves, or participations and persons.
func units(f evaluate.Figure, rows []audit.Row) int {
	seen := map[string]bool{}
	for i, r := range rows {
		if !slices.Contains(r.Roles, audit.Counted) {
			continue // that which the counting goes by
		}
		key := fmt.Sprint(r.Unit)
		if f.Unit == evaluate.Sheets || f.Unit == evaluate.Households || r.Unit == 0 {
			key = fmt.Sprint("row", i)
		}
		seen[key] = true
	}
	return len(seen)
}

// holdShare holds a share of people to listing as many in its numerator and its denominator as it is of.
func holdShare(t *rapid.T, f evaluate.Figure, rows []audit.Row) {
	if f.Unit != evaluate.Share || f.Status != evaluate.Known || strings.HasPrefix(f.ID, "cost/") {
		return
	}
	sides, own := map[audit.Role]map[int]bool{audit.Numerator: {}, audit.Denominator: {}}, false
	for _, r := range rows {
		own = own || r.Of == f.ID
		for _, role := range r.Roles {
			if side := sides[role]; side != nil && r.Of == f.ID {
				side[r.Unit] = true
			}
		}
	}
	n, d := len(sides[audit.Numerator]), len(sides[audit.Denominator])
	if !f.Denominator.Present() { // a share of pairs that does not say of how many
		if d > 0 && math.Abs(float64(n)/float64(d)-f.Value.Float()) > 1e-12 {
			t.Fatalf("%s is %s and lists %d of %d", f.ID, f.Value, n, d)
		}
		return
	}
	if own && (n != int(f.Numerator.Float()) || d != int(f.Denominator.Float())) {
		t.Fatalf("%s is %s of %s and lists %d of %d", f.ID, f.Numerator, f.Denominator, n, d)
	}
}
