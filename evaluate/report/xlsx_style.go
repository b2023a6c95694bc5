package report

import (
	"github.com/xuri/excelize/v2"

	"github.com/efseval/efseval/evaluate"
)

// general is the unit of a number that is shown with the digits it has.
const general evaluate.Unit = "general"

// look is all that decides on the style of a cell.
type look struct {
	heading, bold, faint bool
	number               bool
	unit                 evaluate.Unit
	bound                evaluate.Bound
	madeUp               bool
}

// style is the number of the style of a look, made when first asked for.
func (b *book) style(l look) (int, error) {
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	id, err := b.file.NewStyle(l.style())
	b.styles[l] = id
	return id, err
}

func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: "Arial", Size: 11, Bold: l.bold || l.heading, Italic: l.faint},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: !l.number},
	}
	if !l.number && !l.heading {
		s.Alignment.Indent = 1 // away from the number in the column before
	}
	switch {
	case l.heading:
		s.Font.Color = "FFFFFF"
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"123A6D"}}
	case l.faint:
		s.Font.Color = "46505C"
	case l.number:
		if code := l.format(); code != "" {
			s.CustomNumFmt = &code
		}
	}
	return s
}

// format shows the number in its unit, with ≤ or ≥ and † around it: the cell holds the bare
// number.
func (l look) format() string {
	prefix, suffix := "", ""
	switch l.bound {
	case evaluate.UpperBound:
		prefix = `"≤ "`
	case evaluate.LowerBound:
		prefix = `"≥ "`
	}
	if l.madeUp {
		suffix = `"†"`
	}
	around := func(code string) string { return prefix + code + suffix }
	switch l.unit {
	case general:
		return ""
	case evaluate.Zloty, evaluate.Euro:
		return around(`#,##0.00" ` + l.unit.Name().PL + `"`)
	case evaluate.Share:
		return around(`0.00%`)
	case evaluate.Points:
		return around(`#,##0.00`)
	case evaluate.RankSum:
		return around(`#,##0.0`)
	case evaluate.Statistic:
		return around(`#,##0.000`)
	case evaluate.PValue:
		return `[<0.001]` + around(`"< "0.001`) + `;` + around(`0.000`)
	}
	return around(`#,##0`)
}
