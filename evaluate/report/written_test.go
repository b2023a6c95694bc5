package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// How the dates and numbers of a file were written stands in the appendix in both languages.
func TestHowWritten(t *testing.T) {
	c := datasets.Conclusions{Format: "csv", Columns: []datasets.BoundColumn{
		{Column: 1, Header: "id", Fields: []string{"person"}},
		{Column: 2, Dates: []datasets.Met{{Form: "yyyy-MM-dd", Cells: 1200}, {Form: "dd.MM.yyyy", Cells: 3}}},
		{Column: 28, Numbers: []datasets.Met{{Form: "decimal-comma", Cells: 2}, {Form: "thousands-narrow-no-break-space", Cells: 1}, {Form: "zł", Cells: 2}}},
	}}
	want := []evaluate.Text{
		evaluate.T("zapis dat: B rrrr-MM-dd 1\u00a0200, dd.MM.rrrr 3", "dates written: B yyyy-MM-dd 1,200, dd.MM.yyyy 3"),
		evaluate.T("zapis liczb: AB przecinek dziesiętny 2, tysiące z wąską spacją nierozdzielającą 1, zł 2", "numbers written: AB decimal comma 2, thousands by narrow no-break space 1, zł 2"),
	}
	if diff := cmp.Diff(want, HowWritten(c, true)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	want = []evaluate.Text{
		evaluate.T("zapis dat: B rrrr-MM-dd, dd.MM.rrrr", "dates written: B yyyy-MM-dd, dd.MM.yyyy"),
		evaluate.T("zapis liczb: AB przecinek dziesiętny, tysiące z wąską spacją nierozdzielającą, zł", "numbers written: AB decimal comma, thousands by narrow no-break space, zł"),
	}
	if diff := cmp.Diff(want, HowWritten(c, false)); diff != "" {
		t.Errorf("without cells (-want +got)\n%s", diff)
	}
	if lines := HowWritten(datasets.Conclusions{Columns: c.Columns[:1]}, true); lines != nil {
		t.Errorf("a file without dates and numbers: %v", lines)
	}
}

// Every form that reading can tell has words.
func TestEveryFormHasWords(t *testing.T) {
	for _, form := range datasets.NumberForms() {
		if w := formWords(form); w.PL == form && form != "zł" && form != "tys." && form != "mln" {
			t.Errorf("form %q has no words", form)
		}
	}
}
