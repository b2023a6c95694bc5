package profiles

import (
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// TellsWho tells whether a header speaks of who a person is or how to reach one: Nazwisko, PESEL, Adres
// e-mail, Nr telefonu, Nazwa uczestnika. The name of something else does not ("Nazwa grupy"), nor what
// is said of a person ("Rodzaj uczestnika"). It goes by words known beforehand: a header of other words
// may stand above names all the same.
func TellsWho(header string) bool {
	words := strings.Fields(datasets.Fold(header))
	rest := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "nazwa" || w == "nazwy" || w == "nazwe" })
	if len(rest) == len(words) {
		return namesPerson(header)
	}
	return len(rest) == 0 || namesPerson(strings.Join(rest, " ")) || slices.ContainsFunc(rest, isPerson)
}

// isPerson tells the words for a person whose name may be meant.
func isPerson(word string) bool {
	for _, stem := range []string{"uczest", "osob", "podopiecz", "beneficj", "klient", "person", "participant"} {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}
