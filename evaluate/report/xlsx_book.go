package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/efseval/efseval/evaluate"
)

// bookDate is the date of creation of a workbook that was given no other.
const bookDate = "2000-01-01"

// book is a workbook in the making, with the styles that were needed so far.
type book struct {
	file   *excelize.File
	styles map[look]int
}

func newBook(r *Report) (*book, error) {
	b := &book{file: excelize.NewFile(), styles: map[look]int{}}
	b.file.SetZipWriter(newSortedZip)
	created := bookDate
	if len(r.Generated) == len(bookDate) {
		created = r.Generated
	}
	return b, b.file.SetDocProps(&excelize.DocProperties{
		Creator: strings.TrimSpace("efseval " + r.Version), LastModifiedBy: "efseval", Title: both(r.Project.Title), Language: "pl-PL",
		Created: created + "T00:00:00Z", Modified: created + "T00:00:00Z",
	})
}

func (b *book) write(w io.Writer, sheets []*sheet) (err error) {
	defer func() {
		if closing := b.file.Close(); err == nil {
			err = closing
		}
	}()
	for i, s := range sheets {
		if i == 0 {
			err = b.file.SetSheetName("Sheet1", s.name)
		} else {
			_, err = b.file.NewSheet(s.name)
		}
		if err == nil {
			err = b.sheet(s, i+1)
		}
		if err != nil {
			return fmt.Errorf("sheet %s: %w", s.name, err)
		}
	}
	return b.file.Write(w)
}

// sheet writes one sheet in one pass from top to bottom.
func (b *book) sheet(s *sheet, number int) error {
	if err := b.print(s); err != nil {
		return err
	}
	out, err := b.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	widths := s.widths()
	for i, n := range widths {
		if err := out.SetColWidth(i+1, i+1, float64(n)); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := b.rows(out, s, widths); err != nil {
		return err
	}
	if len(s.rows) > 0 {
		if err := b.table(out, s, number); err != nil {
			return err
		}
	}
	return out.Flush()
}

// print fits a sheet to the width of a landscape page, each with the heading row.
func (b *book) print(s *sheet) error {
	fit, landscape, paperA4, wide, high := true, "landscape", 9, 1, 0
	if err := b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + s.name + "'!$1:$1", Scope: s.name}); err != nil {
		return err
	}
	return b.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &paperA4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high})
}

// table marks the rows up as a named table.
func (b *book) table(out *excelize.StreamWriter, s *sheet, number int) error {
	last, err := excelize.CoordinatesToCellName(len(s.head), len(s.rows)+1)
	if err != nil {
		return err
	}
	stripes := false
	return out.AddTable(&excelize.Table{Range: "A1:" + last, Name: fmt.Sprintf("tab_%d", number), ShowRowStripes: &stripes})
}

func (b *book) rows(out *excelize.StreamWriter, s *sheet, widths []int) error {
	heading, err := b.style(look{heading: true})
	if err != nil {
		return err
	}
	row := make([]any, len(s.head))
	for i, h := range uniqueHeadings(s.head) {
		row[i] = excelize.Cell{StyleID: heading, Value: h}
	}
	if err := out.SetRow("A1", row, excelize.RowOpts{Height: lineHeight * float64(headLines(s.head, widths))}); err != nil {
		return err
	}
	for i, cells := range s.rows {
		for k, v := range cells {
			if row[k], err = b.cell(v); err != nil {
				return err
			}
		}
		if err := out.SetRow(fmt.Sprintf("A%d", i+2), row, excelize.RowOpts{Height: lineHeight * float64(lines(cells, widths))}); err != nil {
			return err
		}
	}
	return nil
}

// uniqueHeadings numbers headings that are there already: a named table needs them to differ.
func uniqueHeadings(head []string) []string {
	seen := map[string]int{}
	out := make([]string, len(head))
	for i, h := range head {
		key := strings.ToLower(h)
		seen[key]++
		out[i] = h
		if seen[key] > 1 {
			out[i] = fmt.Sprintf("%s (%d)", h, seen[key])
		}
	}
	return out
}

func (b *book) cell(v value) (any, error) {
	l := look{bold: v.bold, faint: v.faint}
	var content any = v.words
	switch {
	case v.number != nil && v.number.Value.Present():
		l.unit, l.bound, l.madeUp, l.number = v.number.Unit, v.number.Bound, v.number.MadeUp, true
		content = v.number.Value.Float()
	case v.number != nil:
		l.faint = true
		content = both(evaluate.T(v.number.Text(evaluate.PL), v.number.Text(evaluate.EN)))
	}
	id, err := b.style(l)
	if err != nil {
		return nil, err
	}
	if v.link != "" {
		// The words are kept beside the formula for programs that do not compute it.
		return excelize.Cell{StyleID: id, Formula: fmt.Sprintf(`HYPERLINK("#'%s'!A1","%s")`, v.link, v.words), Value: v.words}, nil
	}
	return excelize.Cell{StyleID: id, Value: content}, nil
}
