package xlsxfile

import (
	"archive/zip"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
)

// craft writes a workbook of one sheet from the XML of its rows, as a spreadsheet library would
// not write it. Further parts replace the usual ones.
func craft(tb testing.TB, rows string, parts map[string]string) string {
	tb.Helper()
	all := map[string]string{
		"xl/workbook.xml":            bookXML(`<sheet name="Arkusz1" sheetId="1" r:id="rId1"/>`),
		"xl/_rels/workbook.xml.rels": relsXML(1),
		"xl/worksheets/sheet1.xml":   xmlHead + `<worksheet xmlns="` + nsMain + `"><sheetData>` + rows + `</sheetData></worksheet>`,
	}
	maps.Copy(all, parts)
	path := filepath.Join(tb.TempDir(), "people.xlsx")
	file, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	archive := zip.NewWriter(file)
	if err := errors.Join(addParts(archive, all), archive.Close(), file.Close()); err != nil {
		tb.Fatal(err)
	}
	return path
}

// in writes a row of inline texts; one that begins with < is XML already.
func in(attributes string, cells ...string) string {
	var out strings.Builder
	out.WriteString("<row" + attributes + ">")
	for _, c := range cells {
		if !strings.HasPrefix(c, "<") {
			c = `<c t="inlineStr"><is><t>` + c + `</t></is></c>`
		}
		out.WriteString(c)
	}
	return out.String() + "</row>"
}

// people reads a crafted workbook with the generic profile: the rows, and the places of what was
// told with the rule and the severity.
func people(t *testing.T, path string) (records [][]string, told []string) {
	t.Helper()
	records, told, c, err := readTold(t, path, profile(t, "generic"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range c.Problems {
		told = append(told, fmt.Sprintf("%s %s %s", p.Position, p.Severity, p.Rule))
	}
	return records, told
}

func readTold(t *testing.T, path string, p *datasets.Profile) (records [][]string, told []string, c datasets.Conclusions, err error) {
	t.Helper()
	s, err := Open(path, p)
	if err != nil {
		return nil, nil, c, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	for b, err := range s.Batches() {
		if err != nil {
			return nil, nil, s.Conclusions(), err
		}
		if b.Rows() > 0 {
			records = append(records, texted(t, b)...)
		}
		for _, p := range b.Problems {
			told = append(told, fmt.Sprintf("%s %s %s", p.Position, p.Severity, p.Rule))
		}
	}
	return records, told, s.Conclusions(), nil
}

// How the cells of a sheet may be written: everything that ECMA-376 allows and some programs do.
func TestFormsOfXML(t *testing.T) {
	const header = `<c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>sex</t></is></c><c r="C1" t="inlineStr"><is><t>age</t></is></c>`
	one := [][]string{{"SYN-1", "woman", "34"}}
	for _, c := range []struct {
		name, rows string
		parts      map[string]string
		want       [][]string
	}{
		{"rows and cells without r", in("", "id", "sex", "age") + in("", "SYN-1", "woman", "<c><v>34</v></c>"), nil, one},
		{"empty cells without r hold their place", in("", "id", "sex", "gmina", "age") + in("", "SYN-1", "woman", `<c s="1"/>`, "<c><v>34</v></c>"), nil, [][]string{{"SYN-1", "woman", "34", "NaN"}}},
		{"cells out of order", `<row r="1">` + header + `</row><row r="2"><c r="C2"><v>34</v></c><c r="A2" t="inlineStr"><is><t>SYN-1</t></is></c><c r="B2" t="str"><v>woman</v></c></row>`, nil, one},
		{"a prefix on every name", "", map[string]string{"xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="` + nsMain + `"><x:sheetData>` +
			strings.NewReplacer("</", "</x:", "<", "<x:").Replace(in("", "id", "sex", "age")+in("", "SYN-1", "woman", "<c><v>34</v></c>")) + `</x:sheetData></x:worksheet>`}, one},
		{"the strict name space, a day in ISO", "", map[string]string{
			"xl/workbook.xml":            strings.ReplaceAll(strings.ReplaceAll(bookXML(`<sheet name="A" sheetId="1" r:id="rId1"/>`), nsMain, "http://purl.oclc.org/ooxml/spreadsheetml/main"), nsRel, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
			"xl/_rels/workbook.xml.rels": strings.ReplaceAll(relsXML(1), nsRel, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
			"xl/worksheets/sheet1.xml":   `<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" conformance="strict"><sheetData>` + in("", "id", "sex", "entry_date") + in("", "SYN-1", "woman", `<c t="d"><v>2021-02-01T00:00:00</v></c>`) + `</sheetData></worksheet>`,
		}, [][]string{{"SYN-1", "woman", "2021-02-01"}}},
		{"shared texts: rich, with reading aids, kept blanks, blank ones", in("", `<c t="s"><v>0</v></c>`, `<c t="s"><v>1</v></c>`, "age") + in("", `<c t="s"><v>2</v></c>`, `<c t="s"><v>3</v></c>`, "<c><v>34</v></c>") + in("", "SYN-2", "man", `<c t="s"><v>4</v></c>`),
			map[string]string{"xl/sharedStrings.xml": `<sst xmlns="` + nsMain + `"><si><r><rPr><b/></rPr><t>i</t></r><r><t xml:space="preserve">d </t></r></si><si><t>sex</t><rPh sb="0" eb="1"><t>czytaj</t></rPh><phoneticPr fontId="1"/></si><si><t>SYN<![CDATA[-]]>1</t></si><si><t xml:space="preserve"> wo&#109;an</t></si><si/></sst>`},
			[][]string{{"SYN-1", "woman", "34"}, {"SYN-2", "man", "NaN"}}},
		{"comments, CDATA, single quotes, a > in an attribute", `<!-- <row> --><row r='1'>` + header + `</row><?pi <row?><row r="2" x="a>b"><c r="A2" t='inlineStr'><is><t><![CDATA[SYN-1]]></t></is></c><c r="B2" t="str"><!--</c>--><v>woman</v></c><c r="C2"><v>3<!-- -->4</v></c></row>`, nil, one},
		{"numbers in every form", in("", "id", "sex", "age") + in("", "<c><v>1E3</v></c>", "woman", "<c t=\"n\"><v>3.4e1</v></c>"), nil, [][]string{{"1000", "woman", "34"}}},
		{"line ends and letters of a cell", in("", "id", "sex", "gmina") + in("", "SYN-1", "woman", "Da&#x328;browa_x000D_\nG&amp;órn &lt;icza&gt;"), nil, [][]string{{"SYN-1", "woman", "Da\u0328browa\r\nG&órn <icza>"}}},
		{"truth", in("", "id", "sex", "homeless") + in("", "SYN-1", "woman", `<c t="b"><v>1</v></c>`) + in("", "SYN-2", "man", `<c t="b"><v>0</v></c>`), nil, [][]string{{"SYN-1", "woman", "yes"}, {"SYN-2", "man", "no"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			records, told := people(t, craft(t, c.rows, c.parts))
			if diff := cmp.Diff(c.want, records); diff != "" || len(told) > 0 {
				t.Errorf("(-want +got)\n%s%q", diff, told)
			}
		})
	}
}

// Parts may lie elsewhere than usual, sheets in another order than their files.
func TestPartsElsewhere(t *testing.T) {
	rels := xmlHead + `<Relationships><Relationship Id="rId9" Type="` + nsRel + `/worksheet" Target="/xl/dane/b.xml"/><Relationship Id="rId2" Type="` + nsRel + `/worksheet" Target="dane/A.xml"/>` +
		`<Relationship Id="rId3" Type="` + nsRel + `/sharedStrings" Target="teksty.xml"/><Relationship Id="rId4" Type="` + nsRel + `/chartsheet" Target="wykres.xml"/></Relationships>`
	sheet := func(row string) string { return `<worksheet><sheetData>` + row + `</sheetData></worksheet>` }
	path := craft(t, "", map[string]string{
		"xl/workbook.xml":            bookXML(`<sheet name="Wykres" r:id="rId4"/><sheet name="Drugi" sheetId="7" r:id="rId9"/><sheet name="Pierwszy" sheetId="1" r:id="rId2"/>`),
		"xl/_rels/workbook.xml.rels": rels, "xl/teksty.xml": `<sst><si><t>SYN-7</t></si></sst>`,
		"xl/dane/a.xml": sheet(in("", "id", "sex") + in("", "SYN-1", "woman")), "xl/dane/b.xml": sheet(in("", "id", "sex") + in("", `<c t="s"><v>0</v></c>`, "man")),
	})
	records, told, c, err := readTold(t, path, stated(t, datasets.Override{Sheet: "Drugi"}))
	if diff := cmp.Diff([][]string{{"SYN-7", "man"}}, records); err != nil || diff != "" || c.Sheet != "Drugi" || len(told) > 0 {
		t.Errorf("sheet %s: %v, %v, %q", c.Sheet, records, err, told)
	}
}

// What the sheet hides is read, and told: rows by runs, columns that are read, the sheet.
func TestHiddenIsReadAndTold(t *testing.T) {
	h := ` hidden="1"`
	path := craft(t, "", map[string]string{
		"xl/workbook.xml": bookXML(`<sheet name="Arkusz1" state="veryHidden" sheetId="1" r:id="rId1"/>`),
		"xl/worksheets/sheet1.xml": `<worksheet><cols><col min="1" max="1" width="9"/><col min="2" max="7" hidden="1"/></cols><sheetData>` + in("", "id", "sex", "") +
			in(h, "SYN-1", "woman") + in(h, "SYN-2", "man") + in("", "SYN-3", "man") + in(` hidden="true"`, "SYN-4", "man") + `</sheetData></worksheet>`,
	})
	records, told := people(t, path)
	want := []string{"people.xlsx:Arkusz1!B1 note sheet.hidden", "people.xlsx:Arkusz1!2 note sheet.hidden", "people.xlsx:Arkusz1!5 note sheet.hidden", "people.xlsx:Arkusz1!1 note sheet.hidden"}
	if diff := cmp.Diff(want, told); diff != "" || len(records) != 4 {
		t.Errorf("%d rows (-want +got)\n%s", len(records), diff)
	}
}

// Checksums are compared even behind the rows: a digit that a bad disk changed leaves good XML.
func TestChangedDigitIsFound(t *testing.T) {
	for _, part := range []string{"sex</t>", "<v>34</v>", `name="Arkusz1"`} {
		path := craft(t, in("", "id", "sex", "age")+in("", "SYN-1", "woman", "<c><v>34</v></c>"), nil)
		stored(t, path)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		at := strings.Index(string(text), part)
		text[at+strings.IndexAny(part, "s41")] ^= 1
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, _, _, err := readTold(t, path, profile(t, "generic")); err == nil || !strings.Contains(err.Error(), "damaged") && !strings.Contains(err.Error(), "no header row") {
			t.Errorf("%s: error %v; want damaged", part, err)
		}
	}
}
