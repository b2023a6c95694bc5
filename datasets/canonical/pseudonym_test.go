package canonical

import (
	"bytes"
	"testing"
)

// Everybody here is made up. A free text that could tell of a person is not written as it is.
func TestFreeTextsThatCouldTellOfAPerson(t *testing.T) {
	hidden := []string{
		"a@example.org", "tel. 600 600 600", "600.600.600", "+48 (600) 600-600", "600/600/600", "600\u00a0600\u00a0600",
		"ur. 31.12.1985", "1985-12-31", "ul. Zmyślona 5/3", "Ul.Zmyślona 5", "os. Zmyślone 3 m. 2", "Plac Zmyślony 1",
	}
	plain := []string{"", "Katowice", "Mikołów (miasto)", "2469011", "Dąb, Wełnowiec", "Ulanów", "Osieck 2", "gm. Plac", "dzielnica 3, sektor 12"}
	who := keyed(t)
	for _, text := range hidden {
		if got := who.text(nil, []byte(text), true); bytes.Equal(got, []byte(text)) || len(got) != 20 {
			t.Errorf("%q is written as %q, want a pseudonym", text, got)
		}
	}
	for _, text := range plain {
		if got := who.text(nil, []byte(text), true); string(got) != text {
			t.Errorf("%q is written as %q", text, got)
		}
	}
}

// The number of a project holds many digits between dots, and is one that has to be found again.
func TestNumbersOfProjectsStay(t *testing.T) {
	who := keyed(t)
	for _, number := range []string{"FESL.07.01-IP.02-0123/23", "POWR.01.02.01-24-0012/18", "RPSL.09.01.06-24-0123/15"} {
		if got := who.text(nil, []byte(number), false); string(got) != number {
			t.Errorf("the project %q is written as %q", number, got)
		}
	}
}

func keyed(t *testing.T) *Pseudonyms {
	t.Helper()
	who, err := NewPseudonyms([]byte("a made-up key of thirty-two bytes"))
	if err != nil {
		t.Fatal(err)
	}
	return who
}
