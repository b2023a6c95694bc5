package datasets

import "strings"

// dates types a column of dates; those of ten bytes, as systems and most people write them, without
// detours.
func (s *strip) dates(c *boundCell) (valid bool) {
	column := &s.batch.columns[c.field]
	text, cells := s.spans.Text, s.spans.Cells
	forms, known := s.dayForms(), uint64(0)
	days := column.Days[s.row : s.row+s.rows]
	for r, i := 0, s.start+c.source; r < s.rows; r, i = r+1, i+s.width {
		from, to := cells[i].From, cells[i].To
		if to-from == 10 {
			if day, ok := forms.day((*[16]byte)(text[from:])); ok {
				days[r] = day
				known |= 1 << r
				continue
			}
		}
		if from != to && !s.putCell(c, r, i) {
			return false
		}
	}
	column.Known.join(s.row, known)
	return true
}

// dayForms are the forms of ten bytes that the profile reads, if it does not part cells at what
// stands in them.
func (s *strip) dayForms() dayForms {
	if strings.ContainsAny(s.Profile.Split, "-./0123456789") {
		return dayForms{}
	}
	return dayFormsOf(s.Profile.Dates)
}

// counts types a column of whole numbers; plain digits without detours.
func (s *strip) counts(c *boundCell, f *Field) (valid bool) {
	column, known := &s.batch.columns[c.field], uint64(0)
	text, cells := s.spans.Text, s.spans.Cells
	counts := column.Counts[s.row : s.row+s.rows]
	for r, i := 0, s.start+c.source; r < s.rows; r, i = r+1, i+s.width {
		from, to := cells[i].From, cells[i].To
		n, ok := plainDigits(text[from:to])
		if ok && (f.Min == nil || n >= *f.Min) && (f.Max == nil || n <= *f.Max) {
			counts[r] = n
			known |= 1 << r
			continue
		}
		if from != to && !s.putCell(c, r, i) {
			return false
		}
	}
	column.Known.join(s.row, known)
	return true
}
