package xlsxfile

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// workbookXML is what is needed of xl/workbook.xml.
type workbookXML struct {
	Properties struct {
		Date1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name  string     `xml:"name,attr"`
		State string     `xml:"state,attr"`
		Attrs []xml.Attr `xml:",any,attr"`
	} `xml:"sheets>sheet"`
}

type relationsXML struct {
	Relations []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// readSheets lists the sheets in the order of the workbook.
func (b *workbook) readSheets(main string) error {
	var book workbookXML
	if err := b.decode(main, &book); err != nil {
		return err
	}
	var relations relationsXML
	if err := b.decode("xl/_rels/workbook.xml.rels", &relations); err != nil {
		return err
	}
	targets := map[string]string{}
	for _, r := range relations.Relations {
		if strings.HasSuffix(r.Type, "/worksheet") {
			targets[r.ID] = partName(r.Target)
		}
	}
	b.date1904 = book.Properties.Date1904 == "1" || book.Properties.Date1904 == "true"
	for _, s := range book.Sheets {
		for _, a := range s.Attrs {
			if target := targets[a.Value]; a.Name.Local == "id" && target != "" {
				b.sheets = append(b.sheets, sheet{name: s.Name, part: target, hidden: s.State != "" && s.State != "visible"})
			}
		}
	}
	return nil
}

// decode reads a small part whole.
func (b *workbook) decode(name string, into any) (err error) {
	p, err := b.open(name, MaxShared)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	if err := newXML(p).Decode(into); err != nil {
		return errors.Join(errDamaged, broken(err))
	}
	return nil
}

// readShared reads the table of texts that cells refer to by number.
func (b *workbook) readShared() (err error) {
	const name = "xl/sharedstrings.xml"
	if b.parts[name] == nil {
		return nil
	}
	p, err := b.open(name, MaxShared)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	x := newXML(p)
	for {
		token, err := x.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return errors.Join(errDamaged, broken(err))
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "si" {
			text, err := readText(x, "si")
			if err != nil {
				return err
			}
			b.shared = append(b.shared, text)
		}
	}
}

// readText joins the texts inside an element up to its end: all t elements, but not the
// reading aids (rPh) beside them.
func readText(x *xml.Decoder, element string) (string, error) {
	var out strings.Builder
	inText, aside := false, 0
	for {
		token, err := x.RawToken()
		if err != nil {
			return "", errors.Join(errDamaged, broken(err))
		}
		switch t := token.(type) {
		case xml.StartElement:
			inText = t.Name.Local == "t"
			if t.Name.Local == "rPh" {
				aside++
			}
		case xml.EndElement:
			inText = false
			switch t.Name.Local {
			case "rPh":
				aside--
			case element:
				return unescape(out.String()), nil
			}
		case xml.CharData:
			if inText && aside == 0 {
				out.Write(t)
			}
		}
	}
}

// unescape turns _xHHHH_, the way XLSX writes characters that XML lacks, into the character.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 || len(s) < i+7 {
			return out.String() + s
		}
		code, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
		if err != nil || s[i+6] != '_' {
			out.WriteString(s[:i+2])
			s = s[i+2:]
			continue
		}
		out.WriteString(s[:i])
		out.WriteRune(rune(code))
		s = s[i+7:]
	}
}
