package sqltext

import (
	"fmt"
	"math"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
)

// unknownMember stands for what is not known where a set is looked through for its members.
const unknownMember = "|?|"

// value is the value of a dimension as text, as indicators.Value has it; the empty text where it is not known. Of a
// dimension that overlaps it is one member, and joins says what to join for that.
func (t *translator) value(i int, d indicators.Dimension) (expression, joins, where string) {
	f := t.set.Schema().Field(d.Field)
	switch {
	case d.Field == "":
		return t.stage(), "", ""
	case d.Field == "age" && !t.hasAge(), d.Field != "age" && !t.has[d.Field]:
		return "''", "", ""
	case d.Field == "age":
		return t.numbers(t.ageColumn(), d.Bands, 0, datasets.MaxAge), "", ""
	case f.Kind == datasets.Count:
		return t.numbers(t.column(d.Field), d.Bands, math.MinInt64, math.MaxInt64), "", ""
	case d.Overlaps:
		return t.member(i, f)
	case isFreeText(f):
		return fmt.Sprintf("COALESCE(%s, '')", t.column(datasets.FoldedColumn(d.Field))), "", ""
	}
	return fmt.Sprintf("COALESCE(%s, '')", t.column(d.Field)), "", ""
}

// numbers are whole numbers within bounds, in bands or as they are.
func (t *translator) numbers(column string, bands []indicators.Band, least, most int64) string {
	if bands == nil {
		all := between(column, least, most)
		if all == "" {
			all = column + " IS NOT NULL"
		}
		return fmt.Sprintf("COALESCE(CASE WHEN %s THEN %s END, '')", all, t.dialect.asText(column))
	}
	var whens strings.Builder
	for _, b := range bands {
		lo, hi := max(b.From, least), min(b.To, most)
		if lo <= hi {
			fmt.Fprintf(&whens, " WHEN %s THEN %s", between(column, lo, hi), t.dialect.text(b.Value))
		}
	}
	return "CASE" + whens.String() + " ELSE '' END"
}

// between is lo <= column <= hi, where either side may be open.
func between(column string, lo, hi int64) string {
	switch {
	case lo == math.MinInt64 && hi == math.MaxInt64:
		return ""
	case lo == math.MinInt64:
		return fmt.Sprintf("%s <= %d", column, hi)
	case hi == math.MaxInt64:
		return fmt.Sprintf("%s >= %d", column, lo)
	}
	return fmt.Sprintf("%s BETWEEN %d AND %d", column, lo, hi)
}

// stage is how far a participation has come.
func (t *translator) stage() string {
	whens, otherwise := "", indicators.NotKnown
	if t.answers(&t.set.Parameters.Completers) {
		if finished, err := t.finished(); err == nil {
			whens = fmt.Sprintf(" WHEN %s THEN %s", t.flag("has_finished", finished), t.dialect.text(indicators.HasDone))
		}
	}
	if t.has["exit_date"] {
		whens += fmt.Sprintf(" WHEN %s IS NOT NULL THEN %s", t.column("exit_date"), t.dialect.text(indicators.HasLeft))
		otherwise = indicators.TakingPart
	}
	if whens == "" {
		return "''"
	}
	return "CASE" + whens + " ELSE " + t.dialect.text(otherwise) + " END"
}

// member takes each member of a set in turn: from an array in ClickHouse, which before 20 joined no more
// than two tables, else by a table of the terms.
func (t *translator) member(i int, f *datasets.Field) (expression, joins, where string) {
	column := t.column(f.Name)
	if t.dialect == ClickHouse {
		known := fmt.Sprintf("coalesce(%s, '')", column)
		return fmt.Sprintf("arrayJoin(if(%s = '', [''], if(%[1]s = '||', ['||'], arrayFilter(x -> x != '', splitByChar('|', %[1]s)))))", known), "", ""
	}
	value, sought := t.quoted(fmt.Sprintf("member_%d", i+1)), t.quoted(fmt.Sprintf("sought_%d", i+1))
	rows := []string{fmt.Sprintf("SELECT '' AS %s, %s AS %s", value, t.dialect.text(unknownMember), sought), "SELECT '||', '||'"}
	for _, term := range f.Vocabulary.Terms {
		rows = append(rows, fmt.Sprintf("SELECT %s, %s", t.dialect.text(term.Code), t.dialect.text("|"+term.Code+"|")))
	}
	joins = "CROSS JOIN (\n      " + strings.Join(rows, "\n      UNION ALL ") + "\n  ) AS " + t.quoted(fmt.Sprintf("members_%d", i+1))
	held := fmt.Sprintf("COALESCE(NULLIF(%s, ''), %s)", column, t.dialect.text(unknownMember))
	return value, joins, t.dialect.position(held, sought) + " > 0"
}

// comparable refuses to split by a text that the table holds only as it was written: no two engines fold
// letters alike, and one municipality would be several.
func (t *translator) comparable(by []indicators.Dimension) error {
	for _, d := range by {
		f := t.set.Schema().Field(d.Field)
		if f == nil || !isFreeText(f) || !t.has[d.Field] || t.has[datasets.FoldedColumn(d.Field)] {
			continue
		}
		return fmt.Errorf("sqltext: the table has the column %s and not %s, by which it is compared; efseval export writes both, and TABLE.md says how a text is folded", d.Field, datasets.FoldedColumn(d.Field))
	}
	return nil
}

// heading is the name of the column of a dimension in the answer.
func (t *translator) heading(d indicators.Dimension) string { return t.dialect.identifier(d.Name) }
