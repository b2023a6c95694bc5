package profiles

import "testing"

func TestTellsWho(t *testing.T) {
	for header, want := range map[string]bool{
		"Nazwisko": true, "NAZWISKO uczestnika": true, "Imię i nazwisko": true, "PESEL": true, "Numer PESEL": true, "Adres e-mail": true, "Nr telefonu": true,
		"Ulica": true, "Data urodzenia": true, "Uczestnik": true, "Osoba": true, "Nazwa": true, "Nazwa uczestnika": true, "Nazwa osoby": true, "surname": true, "Last name": true,
		"Gmina pilotażowa": false, "Nazwa grupy": false, "Nazwa gminy": false, "Ścieżka": false, "Powiat": false, "Rodzaj uczestnika": false, "Osoba z niepełnosprawnościami": false, "Edycja": false, "": false,
	} {
		if got := TellsWho(header); got != want {
			t.Errorf("%q: %v, want %v", header, got, want)
		}
	}
}
