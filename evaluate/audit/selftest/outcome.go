package selftest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// Group is what a set of cases is about; a user may ask for one alone.
type Group string

// The groups, in the order in which they are told.
const (
	Statistics Group = "statistics" // tests, intervals, reliability, models, power
	Indicators Group = "indicators" // made-up people under every rule set
	PESEL      Group = "pesel"      // the national number: date, sex, check digit
	Money      Group = "money"      // amounts read, divided, rounded, in other prices and in euro
	Dates      Group = "dates"      // dates read, ages, leap days, the four weeks
	Folding    Group = "text"       // letters and signs taken for one another in headers
	Own        Group = "own"        // cases of the user's own file
)

// Groups lists those that ship, in order.
func Groups() []Group { return []Group{Statistics, Indicators, PESEL, Money, Dates, Folding} }

// Outcome is what a run found: every value that was asked for, in a fixed order.
type Outcome struct {
	Parts []Part
}

// Part is a file of cases, or the cases of one rule set.
type Part struct {
	Group Group
	Title evaluate.Text
	Cases []Case
}

// Case is one computation and the values that were compared.
type Case struct {
	ID     string
	What   evaluate.Text
	Source evaluate.Text // where the expected values come from
	// Tolerance is the relative difference allowed to numbers; Because says why where it is not 1e-10, and is
	// empty otherwise.
	Tolerance float64
	Because   evaluate.Text
	Values    []Value
}

// Value is one value: as it must be, and as it came out on this machine.
type Value struct {
	Name               string
	Expected, Computed string // a number in full precision, or a text
	// Difference is computed less expected; empty for texts, and where nothing could be subtracted.
	Difference string
	Passed     bool
}

// Count is how many values passed, and how many did not.
func (p *Part) Count() (passed, failed int) {
	for i := range p.Cases {
		for _, v := range p.Cases[i].Values {
			if v.Passed {
				passed++
			} else {
				failed++
			}
		}
	}
	return passed, failed
}

// Count is how many values passed, and how many did not, of all parts.
func (o *Outcome) Count() (passed, failed int) {
	for i := range o.Parts {
		p, f := o.Parts[i].Count()
		passed, failed = passed+p, failed+f
	}
	return passed, failed
}

// Err is nil where every value passed, otherwise a [*Failed].
func (o *Outcome) Err() error {
	passed, failed := o.Count()
	if failed == 0 {
		return nil
	}
	return &Failed{Failed: failed, Of: passed + failed}
}

// Failed is the error of a self-test in which values differ from what they must be.
type Failed struct{ Failed, Of int }

// Error says it in English; [Failed.In] in either language.
func (f *Failed) Error() string { return f.In(evaluate.EN) }

// In says what follows from it.
func (f *Failed) In(l evaluate.Lang) string {
	return fmt.Sprintf(evaluate.T(
		"autotest: %d z %d wartości nie zgadza się z oczekiwanymi; na wynikach tego programu na tym komputerze nie można polegać",
		"selftest: %d of %d values are not what they must be; results of this program on this machine cannot be relied on").In(l), f.Failed, f.Of)
}

// ParseGroup is the group of a name; an unknown one is an error that lists those there are.
func ParseGroup(name string) (Group, error) {
	if !slices.Contains(Groups(), Group(name)) {
		return "", &UnknownGroup{name}
	}
	return Group(name), nil
}

// UnknownGroup is the error of a name that no group has.
type UnknownGroup struct{ Name string }

// Error says it in English; [UnknownGroup.In] in either language.
func (u *UnknownGroup) Error() string { return u.In(evaluate.EN) }

// In names the groups there are.
func (u *UnknownGroup) In(l evaluate.Lang) string {
	var names []string
	for _, g := range Groups() {
		names = append(names, string(g))
	}
	return fmt.Sprintf(evaluate.T("nie ma grupy %q; są: %s", "there is no group %q; the groups are %s").In(l), u.Name, strings.Join(names, ", "))
}
