package xlsxfile

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// rowsOf reads the XML of a sheet: each row as text, and what ended it.
func rowsOf(r io.Reader, careful bool) (rows []string, err error) {
	book := &workbook{dayStyles: []bool{false, true}}
	for _, t := range []string{"sex", "woman", ""} {
		book.shared.add([]byte(t))
	}
	reader := &rowReader{scanner: newScanner(r), book: book}
	reader.always = careful
	for {
		row, err := reader.nextRow()
		if err == io.EOF {
			rows = append(rows, fmt.Sprint("hidden columns ", reader.hiddenColumns))
			merges, err := reader.tail()
			return append(rows, fmt.Sprint("merged ", merges)), err
		}
		if err != nil {
			return rows, err
		}
		out := fmt.Sprint(row.number, " ", row.hidden)
		for i, c := range row.cells {
			if c.form != none {
				out += fmt.Sprintf(" %d:%d%t%t%q", i, c.form, c.formula, c.day, c.value)
			}
		}
		rows = append(rows, out)
	}
}

// oddSheets are sheets in the forms that the quick reader must leave to encoding/xml, or read as
// it does.
var oddSheets = []string{
	`<worksheet><sheetData><row r="2" hidden="1"><c r="B2" s="1" t="s"><v>1</v></c><c t="n"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>`,
	`<?xml version="1.0"?><x:worksheet><cols><col min="2" max="3" hidden="1"/></cols><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>`,
	`<worksheet><!-- <row> --><sheetData><row r='3'><c r="A3"><!-- --><v>1<!-- -->2</v></c></row><row><c><v><![CDATA[</row>]]></v></c></row></sheetData></worksheet>`,
	`<worksheet><sheetData><row a="x>y" r="4"><c t="inlineStr"><is><r><t>a</t></r><rPh><t>b</t></rPh><r><t xml:space="preserve"> c &amp;&#x41;</t></r></is></c><c t="e"><v>#N/A</v></c></row></sheetData></worksheet>`,
	"<worksheet>\r\n<sheetData>\r\n<row><c t=\"str\"><v>a\r\nb</v></c>\r\n<c/><c s=\"1\"><v>44228</v></c></row >\r\n</sheetData>\r\n</worksheet>",
	`<worksheet><sheetData><row/><row></row><row><c r="C1"/><c r="A1" t="b"><v>1</v></c><c r="zz1"><f/><v/></c></row></sheetData></worksheet>`,
	`<worksheet><sheetData><row><c t="inlineStr"><is><t>_x0041_ &bad;</t></is></c></row></sheetData></worksheet>`,
	"<worksheet><sheetData><row><c t=\"str\"><v>\xff\xfe</v></c></row><row><c><v>1</v></c></row>",
	`<worksheet><sheetData><:row><c><v>1</v></c></:row><row:><c><v>1</v></c></row:></sheetData></worksheet>`,
	`<worksheet><sheetData><row><c><v>1`,
	`<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><`,
}

// compareScanners holds the quick way to encoding/xml: whatever the latter reads, the former
// reads the same; what the quick way refuses, so does the other.
func compareScanners(t *testing.T, text string) {
	t.Helper()
	quick, quickErr := rowsOf(strings.NewReader(text), false)
	careful, carefulErr := rowsOf(iotest.OneByteReader(strings.NewReader(text)), true)
	if errors.Is(quickErr, errOdd) || errors.Is(carefulErr, errOdd) {
		t.Fatalf("an odd place came out: %v, %v", quickErr, carefulErr)
	}
	if carefulErr != nil {
		return
	}
	if diff := cmp.Diff(careful, quick); quickErr != nil || diff != "" {
		t.Fatalf("%v (-encoding/xml +quick)\n%s", quickErr, diff)
	}
}

func TestQuickScannerReadsAsEncodingXML(t *testing.T) {
	good := 0
	for _, text := range oddSheets {
		compareScanners(t, text)
		if _, err := rowsOf(strings.NewReader(text), true); err == nil {
			good++
		}
	}
	if good != 7 {
		t.Errorf("%d of the sheets are good, want 7", good)
	}
}

// FuzzScanner compares both ways to read the XML of a sheet.
func FuzzScanner(f *testing.F) {
	for _, text := range oddSheets {
		f.Add(text)
	}
	f.Fuzz(compareScanners)
}

// A row that grows beyond what a spreadsheet can hold is refused before it is held.
func TestRowTooLarge(t *testing.T) {
	for name, text := range map[string]string{"one text": "aaaaaaaa", "many cells": "</v></c><c><v>1"} {
		endless := io.MultiReader(strings.NewReader("<worksheet><sheetData><row><c><v>"), strings.NewReader(strings.Repeat(text, 3*MaxRow/len(text))))
		if _, err := rowsOf(endless, false); !errors.Is(err, errRowTooLarge) && !errors.Is(err, errDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
