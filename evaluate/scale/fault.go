package scale

import (
	"fmt"

	"github.com/efseval/efseval/evaluate"
)

// FaultKind says why an answer cannot be scored. The codes are stable.
type FaultKind string

// The kinds of fault.
const (
	Outside       FaultKind = "out-of-range"        // a number outside the range
	Between       FaultKind = "between-steps"       // a number between two possible answers: 2.5
	Unknown       FaultKind = "unknown-answer"      // a word that the dictionary lacks, or no single number
	Contradictory FaultKind = "contradictory"       // number and word of one cell say different things
	Surplus       FaultKind = "item-beyond-the-key" // an answer to an item that the key does not have
)

// Fault is an answer that cannot be scored. It does not repeat the answer: a cell of a
// questionnaire may hold anything, and its place is known to the caller.
type Fault struct {
	Item int // from 1
	Kind FaultKind
}

// Text says the fault and what to do, for a Problem at the place of the answer.
func (f Fault) Text(k Key) evaluate.Text {
	switch f.Kind {
	case Outside:
		return evaluate.T(
			fmt.Sprintf("odpowiedź na pytanie %d leży poza skalą %v–%v; popraw ją albo zakres w kluczu", f.Item, k.Low, k.High),
			fmt.Sprintf("the answer to item %d lies outside the scale %v–%v; correct it, or the range of the key", f.Item, k.Low, k.High))
	case Between:
		return evaluate.T(
			fmt.Sprintf("odpowiedź na pytanie %d leży między możliwymi odpowiedziami skali %v–%v (co %v); popraw ją", f.Item, k.Low, k.High, k.Step),
			fmt.Sprintf("the answer to item %d lies between the possible ones of the scale %v–%v (every %v); correct it", f.Item, k.Low, k.High, k.Step))
	case Contradictory:
		return evaluate.T(
			fmt.Sprintf("w odpowiedzi na pytanie %d liczba i słowa mówią co innego według klucza; sprawdź, czy klucz koduje odpowiedzi w tę samą stronę co ankieta", f.Item),
			fmt.Sprintf("in the answer to item %d the number and the words differ by the key; check whether the key codes the answers in the direction of the questionnaire", f.Item))
	case Surplus:
		return evaluate.T(
			fmt.Sprintf("odpowiedź na pytanie %d, a klucz ma %d pytań; sprawdź listę pytań", f.Item, k.Items),
			fmt.Sprintf("an answer to item %d, and the key has %d items; check the list of items", f.Item, k.Items))
	}
	return evaluate.T(
		fmt.Sprintf("odpowiedzi na pytanie %d nie ma w słowniku klucza; popraw ją albo dopisz do answers w kluczu", f.Item),
		fmt.Sprintf("the answer to item %d is not in the dictionary of the key; correct it, or add it to answers in the key", f.Item))
}
