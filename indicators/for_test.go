package indicators

import (
	"testing"

	"github.com/efseval/efseval/datasets"
)

// A project's own field can stand in its indicators once the set knows the wider schema.
func TestForCountsByAFieldOfTheProject(t *testing.T) {
	set, err := LoadSet("po-kl-2007-2013")
	if err != nil {
		t.Fatal(err)
	}
	own := Definition{Code: "ENGAGED", Name: datasets.Label{PL: "zaangażowani", EN: "engaged"}, Stage: Output,
		Achieved: Criterion{Field: "engaged", In: []string{"yes"}}}
	if _, err := set.With(own); err == nil {
		t.Error("a field that the schema does not have was accepted")
	}
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	wider, err := schema.With(datasets.Field{Name: "engaged", Kind: datasets.Flag, Vocabulary: datasets.FlagVocabulary()})
	if err != nil {
		t.Fatal(err)
	}
	if set, err = set.For(wider); err != nil {
		t.Fatal(err)
	}
	if set, err = set.With(own); err != nil {
		t.Fatal(err)
	}
	b := datasets.NewBatch(wider, "made-up.csv", "")
	b.Provide(wider.Index("engaged"), 1)
	b.Provide(wider.Index("sex"), 2)
	for _, code := range []uint8{datasets.Yes, datasets.No, datasets.Refused, datasets.Missing} {
		row := b.AddRow(2)
		b.ColumnOf("engaged").SetCode(row, code)
		b.ColumnOf("sex").SetCode(row, 1)
	}
	counter, err := NewCounter(set, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := counter.Add(b); err != nil {
		t.Fatal(err)
	}
	if c, ok := counter.Table().Cell("ENGAGED", Women); !ok || c.Num != 1 || c.Den != 4 {
		t.Errorf("engaged women: %+v, want 1 of 4", c)
	}
}
