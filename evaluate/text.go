package evaluate

// Lang is a language of the outputs.
type Lang string

// The languages of every output.
const (
	PL Lang = "pl"
	EN Lang = "en"
)

// Langs lists the languages in the order in which outputs are written.
func Langs() []Lang { return []Lang{PL, EN} }

// Text is one statement in both languages. Both must be filled in.
type Text struct {
	PL string `yaml:"pl" json:"pl"`
	EN string `yaml:"en" json:"en"`
}

// T makes a Text.
func T(pl, en string) Text { return Text{PL: pl, EN: en} }

// Same is a Text that is the same in both languages: a proper name, a code, a formula.
func Same(s string) Text { return Text{PL: s, EN: s} }

// In is the text in a language; Polish for anything that is not English.
func (t Text) In(l Lang) string {
	if l == EN {
		return t.EN
	}
	return t.PL
}

// Empty tells whether the text is empty in both languages.
func (t Text) Empty() bool { return t.PL == "" && t.EN == "" }

// Joined is two texts with a separator, or the one that is not empty.
func (t Text) Joined(separator string, more Text) Text {
	switch {
	case t.Empty():
		return more
	case more.Empty():
		return t
	}
	return Text{PL: t.PL + separator + more.PL, EN: t.EN + separator + more.EN}
}
