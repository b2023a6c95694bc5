package report

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// maxUnpacked is the most bytes that a workbook may have unpacked.
const maxUnpacked = 1 << 28

// readPrintedXLSX lists the cells of a workbook, numbers in full precision: those of the sheet figures by
// figure and column, all others by sheet and cell.
func readPrintedXLSX(content []byte) (all []Printed, err error) {
	book, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnpacked})
	if err != nil {
		return nil, err
	}
	defer func() {
		if closing := book.Close(); err == nil {
			err = closing
		}
	}()
	for _, name := range book.GetSheetList() {
		rows, err := book.GetRows(name)
		if err != nil {
			return nil, err
		}
		cells, err := sheetCells(name, rows)
		if err != nil {
			return nil, err
		}
		all = append(all, cells...)
	}
	return all, nil
}

func sheetCells(sheet string, rows [][]string) (all []Printed, err error) {
	for y, row := range rows {
		for x, text := range row {
			place, err := cellPlace(sheet, x, y)
			if err != nil {
				return nil, err
			}
			one := Printed{Field: place, Text: text, Place: place}
			if y > 0 && sheet == "figures" && rows[0][0] == "id" {
				one.Figure, one.Field = row[0], columnName(rows[0], x)
			}
			all = append(all, one)
		}
	}
	return all, nil
}

// cellPlace names a cell, column and row counted from 0.
func cellPlace(sheet string, column, row int) (string, error) {
	cell, err := excelize.CoordinatesToCellName(column+1, row+1)
	return fmt.Sprintf("%s!%s", sheet, cell), err
}

// cellsOfBook tells of which figure each cell of tables.xlsx is.
func cellsOfBook(r *Report) (map[string]string, error) {
	sheets, err := bookSheets(r)
	if err != nil {
		return nil, err
	}
	about := map[string]string{}
	for _, s := range sheets {
		for y, row := range s.rows {
			for x, v := range row {
				if v.number == nil || v.number.ID == "" {
					continue
				}
				place, err := cellPlace(s.name, x, y+1)
				if err != nil {
					return nil, err
				}
				about[place] = v.number.ID
			}
		}
	}
	return about, nil
}
