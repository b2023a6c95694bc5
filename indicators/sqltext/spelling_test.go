package sqltext

import (
	"strings"
	"testing"

	"github.com/efseval/efseval/indicators"
)

// A table that holds a text only as it was written is not split by it: no two engines fold letters alike.
func TestATextWithoutItsFoldedColumnIsRefused(t *testing.T) {
	set, err := indicators.ESF()
	if err != nil {
		t.Fatal(err)
	}
	by, err := set.Dimensions("municipality")
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Dialect: SQLite, Columns: []string{"sex", "municipality"}, By: by}
	if _, err := Count(set, []string{indicators.GrandTotal}, o); err == nil || !strings.Contains(err.Error(), "has the column municipality and not municipality_folded") {
		t.Errorf("counted: %v", err)
	}
	if _, err := Spellings(set, by[0], o); err == nil {
		t.Error("spellings of a table without what they are compared by")
	}
	o.Columns = []string{"sex"}
	if q, err := Count(set, []string{indicators.GrandTotal}, o); err != nil || !strings.Contains(q.Text, "'' AS") {
		t.Errorf("without the text everybody is not known: %v", err)
	}
	o.Columns = append(o.Columns, "municipality", "municipality_folded")
	if text, err := Spellings(set, by[0], o); err != nil || !strings.Contains(text, "GROUP BY `municipality`;") {
		t.Errorf("%v\n%s", err, text)
	}
}
