package datasets

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// veilWords shows of a text that stands outside the cells, as a header, the words that name nobody: those of
// the house, those that the caller knows, codes of items, numbers, and what has two letters. Every
// other word may be a name, whatever its letters, and is veiled.
func veilWords(text string, known func(folded string) bool) string {
	var out strings.Builder
	for len(text) > 0 {
		n := strings.IndexFunc(text, func(r rune) bool { return !wordRune(r) })
		if n < 0 {
			n = len(text)
		}
		if word := text[:n]; n > 0 {
			if !ordinary(word) && !known(Fold(word)) {
				word = Veil(word)
			}
			out.WriteString(word)
		}
		text = text[n:]
		gap := strings.IndexFunc(text, wordRune)
		if gap < 0 {
			gap = len(text)
		}
		out.WriteString(text[:gap])
		text = text[gap:]
	}
	return out.String()
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// ordinary tells whether a word names nobody, whichever table it stands above.
func ordinary(word string) bool {
	return utf8.RuneCountInString(word) <= 2 || itemCode(word) || !strings.ContainsFunc(word, unicode.IsLetter) || houseWords()[Fold(word)] || houseWords()[Fold(strings.TrimRight(word, "0123456789"))]
}

// houseWords are the words in which the embedded schemas name their fields and terms, and those that
// people give to tables, sheets and rounds of questions; folded.
var houseWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	add := func(texts ...string) {
		for _, text := range texts {
			for word := range strings.FieldsSeq(Fold(text)) {
				words[word] = true
			}
		}
	}
	add(tableWords)
	for _, name := range [...]string{"participants", "costs", "answers"} {
		schema, err := ReadSchema(name)
		if err != nil {
			continue // a test reads each; without one its words are veiled
		}
		for _, f := range schema.Fields {
			add(f.Name, f.Label.PL, f.Label.EN)
			if f.Vocabulary == nil {
				continue
			}
			for _, term := range f.Vocabulary.Terms {
				add(term.Code, term.PL, term.EN)
			}
		}
	}
	return words
})

// tableWords are words of sheets and headers besides.
const tableWords = `arkusz arkusze sheet sheets lista listy list dane data tabela tabele table raport report rejestr register export eksport
uczestnicy uczestniczki uczestników uczestnika uczestnik participants participant people osoby osób person projekt projektu project kandydaci rekrutacja
ankieta ankiety ankiet formularz formularze form forms odpowiedzi odpowiedź responses response wyniki wynik results score pytanie pytania question
kod code numer number nazwa name opis uwagi notes notatki instrukcja readme słownik słowniki dictionary legenda
pre post przed po pomiar etap stage fala wave pierwszy drugi trzeci baseline endline follow start koniec before after początkowa końcowa wstępna końcowy
motywacja motivation samoocena esteem kompetencje efficacy skuteczność satysfakcja test testy skala item
koszty koszt costs wydatki budżet budget zadanie zadania harmonogram faktury umowy
grupa grupy group moduł edycja kwartał miesiąc rok lata year month opiekun trener data dzień godzina obecność zajęcia szkolenie szkolenia kurs
styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień dla oraz czy jak and the for not`
