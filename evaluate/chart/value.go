package chart

// Value is a number that may be missing. The zero Value is missing without a
// stated reason, so that a field nobody filled in is shown as "brak danych /
// not available" and never as 0.
type Value[T any] struct {
	v     T
	known bool
	why   string
}

// Known returns the value v.
func Known[T any](v T) Value[T] {
	return Value[T]{v: v, known: true}
}

// Missing returns a value that is not known. The text why is printed in its
// place ("ukryto", "suppressed"); it is given in the language of the chart, and
// when empty "brak danych / not available" is printed.
func Missing[T any](why string) Value[T] {
	return Value[T]{why: why}
}

// text returns what to print for a missing value.
func (v Value[T]) text(lang Lang) string {
	if why := clean(v.why); why != "" {
		return why
	}
	return lang.words().missing
}
