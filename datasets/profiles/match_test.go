package profiles

import (
	"slices"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
)

func conclusionsOf(header ...string) datasets.Conclusions {
	found := datasets.Conclusions{File: "made-up.csv", HeaderRow: 1}
	for i, h := range header {
		found.Columns = append(found.Columns, datasets.BoundColumn{Column: i + 1, Header: h})
	}
	return found
}

// The headers of every ready profile of participants lead back to it.
func TestMatchFindsEachProfileByItsHeaders(t *testing.T) {
	for _, name := range Names() {
		p, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		if p.Schema != "participants" {
			continue
		}
		var header []string
		for _, c := range p.Columns {
			header = slices.Concat(header, c.After[:min(1, len(c.After))], c.Headers[:1])
		}
		got, err := Match(conclusionsOf(header...), "participants")
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if got.Name != name {
			t.Errorf("headers of %s were taken for those of %s", name, got.Name)
		}
	}
}

// What bounds a profile that is not read: every header that it reads stands in its text.
func TestHeadersStandInTheText(t *testing.T) {
	for _, name := range Names() {
		p, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := Text(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range p.Columns {
			for _, h := range c.Headers {
				if !strings.Contains(datasets.Fold(string(text)), datasets.Fold(h)) {
					t.Errorf("%s: the header %q is written otherwise in the text; write it out", name, h)
				}
			}
		}
	}
}

func TestMatchAsksWhereNothingDecides(t *testing.T) {
	_, err := Match(conclusionsOf("Kolor oczu", "Wzrost"), "participants")
	if err == nil || !strings.Contains(err.Error(), "made-up.csv:1: no ready profile knows a header of this row; name one with --profile") {
		t.Errorf("no known header: %v", err)
	}
}

// A schema with a single ready profile, or with none, is matched like any other.
func TestMatchOfFewProfiles(t *testing.T) {
	p, err := Match(conclusionsOf("Zadanie", "Kwota ogółem"), "costs")
	if err != nil || p.Name != "generic-costs" {
		t.Errorf("a ledger was matched with %v, %v; want generic-costs", p, err)
	}
	for _, schema := range []string{"costs", "nothing"} {
		if p, err := Match(conclusionsOf("Zadanie nieznane"), schema); err == nil {
			t.Errorf("unknown headers were taken for those of %s of schema %s", p.Name, schema)
		}
	}
}
