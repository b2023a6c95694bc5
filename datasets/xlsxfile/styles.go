package xlsxfile

import (
	"strconv"
	"strings"
)

// stylesXML is what is needed of xl/styles.xml: the number format of every cell style.
type stylesXML struct {
	Formats []struct {
		ID   int    `xml:"numFmtId,attr"`
		Code string `xml:"formatCode,attr"`
	} `xml:"numFmts>numFmt"`
	Cells []struct {
		Format int `xml:"numFmtId,attr"`
	} `xml:"cellXfs>xf"`
}

// readStyles learns which cell styles show a number as a day.
func (b *workbook) readStyles() error {
	if b.parts[b.stylesPart] == nil {
		return nil
	}
	var styles stylesXML
	if err := b.decode(b.stylesPart, &styles); err != nil {
		return err
	}
	codes := map[int]string{}
	for _, f := range styles.Formats {
		codes[f.ID] = f.Code
	}
	for _, c := range styles.Cells {
		b.dayStyles = append(b.dayStyles, showsDay(c.Format, codes[c.Format]))
	}
	return nil
}

// isDayStyle tells whether a style attribute is one that shows days.
func (b *workbook) isDayStyle(style []byte) bool {
	i := count(style)
	return i >= 0 && i < len(b.dayStyles) && b.dayStyles[i]
}

// showsDay tells whether a number format shows a day, not only a time of day. The numbers of the
// formats that have no code of their own: ECMA-376 part 1, 18.8.30.
func showsDay(id int, code string) bool {
	if code == "" {
		return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id >= 57 && id <= 58
	}
	return strings.ContainsAny(strings.ToLower(bareFormat(code)), "dyr") // r: rok, in a code that was not translated
}

// bareFormat is the first section of a number format without its quoted and escaped letters and
// what stands in brackets: colours, locales as [$-415].
func bareFormat(code string) string {
	var out strings.Builder
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case ';':
			return out.String()
		case '\\', '_', '*':
			i++
		case '"':
			i += 1 + strings.IndexByte(code[i+1:]+`"`, '"')
		case '[':
			i += 1 + strings.IndexByte(code[i+1:]+`]`, ']')
		default:
			out.WriteByte(code[i])
		}
	}
	return strings.ReplaceAll(out.String(), "General", strconv.Itoa(0))
}
