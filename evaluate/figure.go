package evaluate

import (
	"fmt"
	"slices"
	"strings"
)

// Status says whether a figure has a value.
type Status string

// The states of a figure. NotAvailable is never printed as 0.
const (
	Known        Status = "known"
	NotAvailable Status = "not-available"
	Suppressed   Status = "suppressed"
)

// Bound says whether the value is met exactly or is a limit, as where a target or a result is
// worded "at least".
type Bound string

// The kinds of bound.
const (
	ExactValue Bound = ""
	UpperBound Bound = "at-most"
	LowerBound Bound = "at-least"
)

// sign stands before a number that is a limit.
func (b Bound) sign() string {
	switch b {
	case UpperBound:
		return "≤\u00a0"
	case LowerBound:
		return "≥\u00a0"
	}
	return ""
}

// Figure is one number of an evaluation. Make it with [NewFigure] or [Unavailable] and add
// what is known about it with the With methods, each of which returns a changed copy.
type Figure struct {
	ID          string
	Label       Text
	Unit        Unit
	Value       Value
	N           Value // persons, pairs, … the figure rests on
	Numerator   Value
	Denominator Value
	Interval    Interval
	Method      Text   // formula and convention
	Source      string // clause, file or programme the rule or the figure comes from
	Bound       Bound
	MadeUp      bool     // computed from made-up person-level data and not confirmed by a published total
	Rests       []string // IDs of the figures it was computed from; empty: straight from the data
	Warnings    []Warning
	Status      Status
	Reason      Text // why there is no value
}

// NewFigure is a known figure. An absent value makes it not available: the reason then is that
// its denominator is zero, unless [Figure.Because] says another.
func NewFigure(id string, label Text, v Value, u Unit) Figure {
	f := Figure{ID: id, Label: label, Unit: u, Value: v, Status: Known}
	if !v.Present() {
		f.Status, f.Reason = NotAvailable, T("brak podstawy: mianownik wynosi 0", "no basis: the denominator is 0")
	}
	return f
}

// Unavailable is a figure without a value and the reason.
func Unavailable(id string, label Text, u Unit, reason Text) Figure {
	return Figure{ID: id, Label: label, Unit: u, Status: NotAvailable, Reason: reason}
}

// WithN says how many persons, pairs or records the figure rests on.
func (f Figure) WithN(n int) Figure { f.N = Count(n); return f }

// WithShare says numerator and denominator; a share always keeps both.
func (f Figure) WithShare(numerator, denominator Value) Figure {
	f.Numerator, f.Denominator = numerator, denominator
	return f
}

// WithInterval sets the interval; an absent one says that there is none.
func (f Figure) WithInterval(i Interval) Figure { f.Interval = i; return f }

// By names the method: formula, convention.
func (f Figure) By(method Text) Figure { f.Method = method; return f }

// From names the source.
func (f Figure) From(source string) Figure { f.Source = source; return f }

// RestsOn says which figures this one was computed from.
func (f Figure) RestsOn(ids ...string) Figure { f.Rests = ids; return f }

// Bounded marks the value as a limit and warns of it in words.
func (f Figure) Bounded(b Bound, why Text) Figure {
	f.Bound = b
	return f.Warn(NewWarning("bound."+string(b), why))
}

// Warn adds a doubt.
func (f Figure) Warn(w ...Warning) Figure {
	f.Warnings = append(slices.Clone(f.Warnings), w...)
	return f
}

// Because takes the value away: the figure is not available, for a reason.
func (f Figure) Because(reason Text) Figure {
	f.Value, f.Interval, f.Numerator, f.Denominator, f.N = Value{}, Interval{}, Value{}, Value{}, Value{}
	f.Status, f.Reason, f.Warnings, f.MadeUp, f.Bound = NotAvailable, reason, nil, false, ExactValue
	return f
}

// Text prints the figure for people, with ≤ or ≥ where it is a bound; "brak danych" or "not
// available" where there is no value.
func (f Figure) Text(l Lang) string {
	switch f.Status {
	case Known:
	case Suppressed:
		return T("utajnione", "suppressed").In(l)
	default:
		return T("brak danych", "not available").In(l)
	}
	return f.Bound.sign() + f.Unit.Format(f.Value, l)
}

// Note is everything to be said beside the number: the reason, the warnings.
func (f Figure) Note() Text {
	note := f.Reason
	for _, w := range f.Warnings {
		note = note.Joined("; ", w.Text)
	}
	return note
}

// Figures is an ordered collection of figures with unique IDs.
type Figures struct {
	all   []Figure
	index map[string]int
}

// Add appends a figure. A malformed or taken ID is an error, and so are a known figure without a value,
// one with a value that is not known, and one without a label in either language.
func (s *Figures) Add(f Figure) error {
	if err := CheckID(f.ID); err != nil {
		return err
	}
	if _, taken := s.index[f.ID]; taken {
		return fmt.Errorf("evaluate: figure %s is given twice", f.ID)
	}
	if err := f.check(); err != nil {
		return err
	}
	if s.index == nil {
		s.index = map[string]int{}
	}
	s.index[f.ID] = len(s.all)
	s.all = append(s.all, f)
	return nil
}

// check refuses a figure that is not labelled in both languages, or whose status contradicts its value.
func (f Figure) check() error {
	if f.Label.PL == "" || f.Label.EN == "" || (f.Status == Known) != f.Value.Present() {
		return fmt.Errorf("evaluate: figure %s: label %q, status %q, value %q do not make a figure", f.ID, f.Label.EN, f.Status, f.Value)
	}
	return nil
}

// Get is the figure of an ID; ok is false where there is none.
func (s *Figures) Get(id string) (f Figure, ok bool) {
	i, ok := s.index[id]
	if !ok {
		return Figure{}, false
	}
	return s.all[i], true
}

// Replace puts a figure in the place of the one with its ID. An ID that no figure has is an error, and
// so is a figure that Add would refuse.
func (s *Figures) Replace(f Figure) error {
	i, ok := s.index[f.ID]
	if !ok {
		return fmt.Errorf("evaluate: there is no figure %s to replace", f.ID)
	}
	if err := f.check(); err != nil {
		return err
	}
	s.all[i] = f
	return nil
}

// All lists the figures in order. The slice is not to be changed.
func (s *Figures) All() []Figure { return s.all }

// IDs lists the IDs in order.
func (s *Figures) IDs() []string {
	ids := make([]string, len(s.all))
	for i, f := range s.all {
		ids[i] = f.ID
	}
	return ids
}

// CheckID tells whether an ID is a path of letters, digits, dots, dashes, underscores and plus signs (EECO02+04).
func CheckID(id string) error {
	for part := range strings.SplitSeq(id, "/") {
		if part == "" || strings.Trim(part, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.+") != "" {
			return fmt.Errorf("evaluate: %q is not a figure id; want a path such as participants/total", id)
		}
	}
	return nil
}
