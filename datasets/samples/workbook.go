package samples

import (
	"github.com/xuri/excelize/v2"
)

// Of the 1900 date system: serial number of 1970-01-01, and the built-in format m/d/yyyy.
const (
	serialOfEpoch = 25569
	dateFormat    = 14
)

// workbook writes one sheet. Cells are string (empty: no cell), int, or day (a date cell,
// as a spreadsheet stores dates; none: no cell). Texts are shared, which keeps the file small.
// The same rows give the same bytes.
func workbook(sheet string, rows [][]any) ([]byte, error) {
	f := excelize.NewFile()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return nil, err
	}
	style, err := f.NewStyle(&excelize.Style{NumFmt: dateFormat})
	if err != nil {
		return nil, err
	}
	for r, row := range rows {
		for c, value := range row {
			if err := setCell(f, sheet, c+1, r+1, value, style); err != nil {
				return nil, err
			}
		}
	}
	buffer, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return buffer.Bytes(), f.Close()
}

func setCell(f *excelize.File, sheet string, column, row int, value any, dateStyle int) error {
	if value == nil || value == "" || value == none {
		return nil
	}
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	when, isDay := value.(day)
	if !isDay {
		return f.SetCellValue(sheet, cell, value)
	}
	if err := f.SetCellInt(sheet, cell, int64(when)+serialOfEpoch); err != nil {
		return err
	}
	return f.SetCellStyle(sheet, cell, cell, dateStyle)
}
