package datasets

// SetCode sets a Category or Flag; code 0 makes it missing.
func (c *Column) SetCode(row int, code uint8) {
	c.Codes[row] = code
	c.know(row, code != 0)
}

// SetDay sets a Date.
func (c *Column) SetDay(row int, day int32) { c.Days[row] = day; c.Known.Set(row) }

// SetCount sets a Count, or Money in grosze.
func (c *Column) SetCount(row int, n int64) { c.Counts[row] = n; c.Known.Set(row) }

// SetNumber sets a Number.
func (c *Column) SetNumber(row int, x float64) { c.Numbers[row] = x; c.Known.Set(row) }

// AddMask adds members to a Set. An empty mask makes it known to be empty.
func (c *Column) AddMask(row int, mask uint64) { c.Masks[row] |= mask; c.Known.Set(row) }

// SetText sets a Text or Identifier of the last row; earlier rows cannot be changed.
// Empty text is missing.
func (c *Column) SetText(row int, text []byte) {
	c.Bytes = append(c.Bytes, text...)
	c.Ends[row] = uint32(len(c.Bytes))
	c.know(row, len(text) > 0)
}

// Text is the text of a row, valid until the batch is reset. Missing is empty.
func (c *Column) Text(row int) []byte {
	start := uint32(0)
	if row > 0 {
		start = c.Ends[row-1]
	}
	return c.Bytes[start:c.Ends[row]]
}

// Missing tells whether the row holds no value.
func (c *Column) Missing(row int) bool { return !c.Known.Has(row) }

func (c *Column) know(row int, known bool) {
	if known {
		c.Known.Set(row)
	} else {
		c.Known.Clear(row)
	}
}
