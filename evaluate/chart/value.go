package chart

// Value is a number that may be missing. The zero Value is missing without a
// stated reason, so that a field nobody filled in is shown as "brak danych /
// not available" and never as 0.
type Value[T any] struct {
	v     T
	known bool
	why   string
	// sayMissing puts the word for a missing value before the reason.
	sayMissing bool
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

// NotAvailable returns a value that is not known for the reason why, given in
// the language of the chart and without a capital: "brak danych: " or "not
// available: " stands before it.
func NotAvailable[T any](why string) Value[T] {
	return Value[T]{why: why, sayMissing: true}
}

// text returns what to print for a missing value.
func (v Value[T]) text(lang Lang) string {
	if why := clean(v.why); why != "" {
		if v.sayMissing {
			return lang.words().missing + ": " + glue(why, lang)
		}
		return why
	}
	return lang.words().missing
}
