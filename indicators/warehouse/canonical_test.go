package warehouse

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators/sqltext"
)

// canonicalColumns are the columns of the canonical table that a batch fills.
func canonicalColumns(b *datasets.Batch) []string {
	var names []string
	for _, name := range sqltext.Columns(b.Schema) {
		age := b.Has("age") || b.Has("birth_date") && b.Has("entry_date")
		if b.Has(name) || age && (name == "age" || name == sqltext.AgeByYear) {
			names = append(names, name)
		}
	}
	return names
}

// canonicalText is a batch as rows of the canonical table: cells between tabs, \N for missing,
// which is how COPY of PostgreSQL and TabSeparated of ClickHouse write it.
func canonicalText(b *datasets.Batch, columns []string) string {
	var out strings.Builder
	for row := range b.Rows() {
		for i, name := range columns {
			if i > 0 {
				out.WriteByte('\t')
			}
			out.WriteString(canonicalCell(b, name, row))
		}
		out.WriteByte('\n')
	}
	return out.String()
}

const missing = `\N`

func canonicalCell(b *datasets.Batch, name string, row int) string {
	switch name {
	case "age":
		return ageText(completedYears(b, row))
	case sqltext.AgeByYear:
		return ageText(yearsByCalendar(b, row))
	}
	i := b.Schema.Index(name)
	c, f := b.Column(i), &b.Schema.Fields[i]
	if c.Missing(row) {
		return missing
	}
	switch f.Kind {
	case datasets.Category, datasets.Flag:
		return f.Vocabulary.Term(c.Codes[row]).Code
	case datasets.Set:
		text := "|"
		for j, term := range f.Vocabulary.Terms {
			if c.Masks[row]>>j&1 == 1 {
				text += term.Code + "|"
			}
		}
		if text == "|" {
			return "||"
		}
		return text
	case datasets.Count:
		return strconv.FormatInt(c.Counts[row], 10)
	case datasets.Date:
		y, m, d := datasets.CalendarDay(c.Days[row])
		return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	}
	return string(c.Text(row))
}

// unknown is the age of somebody whose age is not known.
const unknown = -1

func ageText(age int) string {
	if age == unknown {
		return missing
	}
	return strconv.Itoa(age)
}

// plausible is an age as the engine takes it.
func plausible(age int) int {
	if age < 0 || age > 150 {
		return unknown
	}
	return age
}

func stated(b *datasets.Batch, row int) int {
	if c := b.ColumnOf("age"); b.Has("age") && c.Known.Has(row) {
		return plausible(int(c.Counts[row]))
	}
	return unknown
}

func dates(b *datasets.Batch, row int) (birth, entry int32, ok bool) {
	if !b.Has("birth_date") || !b.Has("entry_date") {
		return 0, 0, false
	}
	born, entered := b.ColumnOf("birth_date"), b.ColumnOf("entry_date")
	if !born.Known.Has(row) || !entered.Known.Has(row) {
		return 0, 0, false
	}
	return born.Days[row], entered.Days[row], true
}

func completedYears(b *datasets.Batch, row int) int {
	if age := stated(b, row); age != unknown {
		return age
	}
	birth, entry, ok := dates(b, row)
	if !ok {
		return unknown
	}
	return plausible(datasets.CompletedYears(birth, entry))
}

func yearsByCalendar(b *datasets.Batch, row int) int {
	if birth, entry, ok := dates(b, row); ok {
		born, _, _ := datasets.CalendarDay(birth)
		now, _, _ := datasets.CalendarDay(entry)
		if age := plausible(now - born); age != unknown {
			return age
		}
	}
	return stated(b, row)
}
