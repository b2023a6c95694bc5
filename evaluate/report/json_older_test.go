package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
)

// withoutFiles are inputs as results.json has them: their files stand in the manifest.
func withoutFiles(inputs []Input) []Input {
	var out []Input
	for _, in := range inputs {
		out = append(out, Input{Role: in.Role, Synthetic: in.Synthetic, Accounting: in.Accounting})
	}
	return out
}

// Results that still tell of the files themselves, as those before manifest 2 do, are read with them.
func TestJSONOfOlderRunsIsRead(t *testing.T) {
	text := string(written(t, WriteJSON, sample(t)))
	from := strings.Index(text, "\"inputs\": [")
	to := from + strings.Index(text[from:], "]") // the sample has inputs with rows set aside, whose lists end later
	for strings.Count(text[from:to+1], "[") != strings.Count(text[from:to+1], "]") {
		to += 1 + strings.Index(text[to+1:], "]")
	}
	older := text[:from] + `"inputs": [
{"role":"participants","name":"a-synthetic.csv","size":12,"sha256":"aa","synthetic":true,"format":"csv","encoding":"utf-8","separator":";","header_row":1,"profile":"generic","rows_read":2,"rows_counted":1,"rows_set_aside":[{"code":"guest","pl":"gość","en":"guest","rows":1}],"written":[{"column":2,"kind":"date","form":"yyyy-MM-dd"},{"column":3,"kind":"number","form":"whole"}]}]` + text[to+1:]
	back, err := ReadJSON(strings.NewReader(older))
	if err != nil {
		t.Fatal(err)
	}
	want := []Input{{Role: "participants", Name: "a-synthetic.csv", Size: 12, SHA256: "aa", Synthetic: true,
		Accounting: datasets.Accounting{Read: 2, Counted: 1, Aside: []datasets.SetAside{{Record: datasets.Term{Code: "guest", PL: "gość", EN: "guest"}, Rows: 1}}},
		Conclusions: datasets.Conclusions{Format: "csv", Encoding: "utf-8", Separator: ";", HeaderRow: 1, Profile: "generic", Columns: []datasets.BoundColumn{
			{Column: 2, Dates: []datasets.Met{{Form: "yyyy-MM-dd"}}}, {Column: 3, Numbers: []datasets.Met{{Form: "whole"}}}}}}}
	if diff := cmp.Diff(want, back.Inputs); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// So are those that tell of the ledger itself.
func TestJSONOfAnOlderLedgerIsRead(t *testing.T) {
	text := string(written(t, WriteJSON, sample(t)))
	older := strings.Replace(text, `"corrections": {"entries":`, `"corrections": {"name":"corrections.csv","size":310,"sha256":"aa","entries":`, 1)
	back, err := ReadJSON(strings.NewReader(older))
	if err != nil {
		t.Fatal(err)
	}
	if c := back.Corrections; older == text || c.Name != "corrections.csv" || c.Size != 310 || c.SHA256 != "aa" || c.Lines != 3 {
		t.Errorf("%+v", back.Corrections)
	}
}
