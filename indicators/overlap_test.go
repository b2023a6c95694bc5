package indicators

import (
	"fmt"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// A set that is known to be empty is a part, told from one that is not known, also where the
// vocabulary fills its word; who has several members is in several parts.
func TestWhoHasNoMemberIsAPart(t *testing.T) {
	s := widerVariants(t)[0]
	for name, last := range map[string]string{"supports": "other", "needs": "t63"} {
		b := datasets.NewBatch(s.schema, "made-up.csv", "")
		b.Provide(s.schema.Index(name), 1)
		f := s.schema.Field(name)
		for row, mask := range []uint64{0, f.Vocabulary.Bit(last), f.Vocabulary.Bit(last) | 1} {
			b.AddRow(row + 2)
			b.ColumnOf(name).AddMask(row, mask)
		}
		b.AddRow(5)
		by, err := s.Dimensions(name)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range splitOf(t, s, by, b).Parts {
			got += fmt.Sprintf("%s:%d ", p.Values[0], p.Table.GrandTotal.Cells[len(p.Table.Groups)-1].Num)
		}
		if want := fmt.Sprintf("%s:1 %s:2 ||:1 :1 ", f.Vocabulary.Terms[0].Code, last); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}
