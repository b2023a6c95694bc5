package datasets

// strip is a run of regular rows that are typed column by column: the loops are short and what
// they need stays at hand. Every result is the one that put gives cell by cell.
type strip struct {
	*Binding
	batch *Batch
	spans *Spans
	row   int // of the batch
	start int // cell
	rows  int
	noted uint64 // rows of the column being typed that put has counted the form of
}

// column types the cells of a column for one field; false where a cell is not UTF-8.
func (s *strip) column(c *boundCell) (valid bool) {
	field := &s.Profile.fields.Fields[c.field]
	first := c.feeds[0] == c.source
	s.noted = 0
	switch {
	case !first && (field.Kind == Text || field.Kind == Identifier):
		return true // the first column of the field took them along
	case !first || c.missing != nil && (field.Kind == Date || field.Kind == Count):
		return s.careful(c)
	}
	switch field.Kind {
	case Category, Flag, Set:
		return s.words(c, field)
	case Date:
		valid = s.dates(c)
		s.noteDays(c)
		return valid
	case Count:
		valid = s.counts(c, field)
		s.noteCounts(c)
		return valid
	case Text, Identifier:
		return s.texts(c, field)
	}
	return s.careful(c)
}

// careful types a column cell by cell.
func (s *strip) careful(c *boundCell) (valid bool) {
	for r, i := 0, s.start+c.source; r < s.rows; r, i = r+1, i+s.width {
		if !s.putCell(c, r, i) {
			return false
		}
	}
	return true
}

// putCell types cell i for row r of the strip.
func (s *strip) putCell(c *boundCell, r, i int) (valid bool) {
	text := s.spans.cell(i)
	if !validText(text) {
		return false
	}
	s.put(s.batch, s.row+r, c, text, false)
	s.noted |= 1 << r // put counted its form, or found none
	return true
}

// validColumns tells whether the text of columns that no field reads is UTF-8.
func (s *strip) validColumns(first, last int) bool {
	for r, i := 0, s.start; r < s.rows; r, i = r+1, i+s.width {
		if s.spans.Joined {
			if !validText(s.spans.Text[s.spans.Cells[i+first].From:s.spans.Cells[i+last].To]) {
				return false
			}
			continue
		}
		for k := first; k <= last; k++ {
			if !validText(s.spans.cell(i + k)) {
				return false
			}
		}
	}
	return true
}
