package xlsxfile

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"github.com/efseval/efseval/datasets"
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
		switch {
		case strings.HasSuffix(r.Type, "/worksheet"):
			targets[r.ID] = partName(r.Target)
		case strings.HasSuffix(r.Type, "/sharedStrings"):
			b.sharedPart = partName(r.Target)
		case strings.HasSuffix(r.Type, "/styles"):
			b.stylesPart = partName(r.Target)
		}
	}
	b.date1904 = book.Properties.Date1904 == "1" || book.Properties.Date1904 == "true"
	if len(book.Sheets) > maxSheets {
		return errTooMany
	}
	for _, s := range book.Sheets {
		for _, a := range s.Attrs {
			if target := targets[a.Value]; a.Name.Local == "id" && target != "" {
				b.sheets = append(b.sheets, sheet{name: datasets.ShownSheet(s.Name, len(b.sheets)+1), stated: s.Name, part: target, hidden: s.State != "" && s.State != "visible"})
			}
		}
	}
	return nil
}

// decode reads a small part whole.
func (b *workbook) decode(name string, into any) (err error) {
	p, err := b.open(name, maxSmall)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	if err := newXML(p).Decode(into); err != nil {
		return errors.Join(errDamaged, broken(err))
	}
	_, err = io.Copy(io.Discard, p) // the checksum is compared at the end
	return err
}
