package datasets

import "fmt"

// Label is a name in the two languages of every output.
type Label struct {
	PL string `yaml:"pl"`
	EN string `yaml:"en"`
}

// Term is one word of a closed vocabulary.
type Term struct {
	Code string `yaml:"code"`
	PL   string `yaml:"pl"`
	EN   string `yaml:"en"`
}

// Vocabulary is a closed list of terms. In a Batch a term is its position plus one, so that
// code 0 stays free for missing.
type Vocabulary struct {
	Name  string
	Terms []Term
}

// MaxTerms is the size of the largest vocabulary: a Set keeps one bit a term in a word.
const MaxTerms = 64

// Code is the small integer of a term code, from 1; ok is false where the term is unknown.
func (v *Vocabulary) Code(term string) (code uint8, ok bool) {
	for i, t := range v.Terms {
		if t.Code == term {
			return uint8(i + 1), true
		}
	}
	return 0, false
}

// Term is the term of a code; the zero Term for 0 (missing) or an unknown code.
func (v *Vocabulary) Term(code uint8) Term {
	if code == 0 || int(code) > len(v.Terms) {
		return Term{}
	}
	return v.Terms[code-1]
}

// Codes lists the codes of the terms in their order.
func (v *Vocabulary) Codes() []string {
	codes := make([]string, len(v.Terms))
	for i, t := range v.Terms {
		codes[i] = t.Code
	}
	return codes
}

// Members lists the codes of the terms whose bits a cell of a Set has, in the order of the vocabulary; none
// of an empty set.
func (v *Vocabulary) Members(mask uint64) []string {
	var codes []string
	for i, t := range v.Terms {
		if mask>>i&1 == 1 {
			codes = append(codes, t.Code)
		}
	}
	return codes
}

// Bit is the mask of a term in a Set column, 0 where the term is unknown.
func (v *Vocabulary) Bit(term string) uint64 {
	code, ok := v.Code(term)
	if !ok {
		return 0
	}
	return 1 << (code - 1)
}

// FlagVocabulary holds the states of a Flag in the order of their codes.
func FlagVocabulary() *Vocabulary {
	return &Vocabulary{Name: "flag", Terms: []Term{
		{Code: "yes", PL: "tak", EN: "yes"},
		{Code: "no", PL: "nie", EN: "no"},
		{Code: "refused", PL: "odmowa podania informacji", EN: "refused to say"},
	}}
}

func (v *Vocabulary) check() error {
	if len(v.Terms) == 0 || len(v.Terms) > MaxTerms {
		return fmt.Errorf("vocabulary %s has %d terms; want 1 to %d", v.Name, len(v.Terms), MaxTerms)
	}
	seen := map[string]bool{}
	for _, t := range v.Terms {
		if t.Code == "" || t.PL == "" || t.EN == "" || seen[t.Code] {
			return fmt.Errorf("vocabulary %s: term %q is repeated or lacks a name", v.Name, t.Code)
		}
		seen[t.Code] = true
	}
	return nil
}
