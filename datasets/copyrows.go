package datasets

import "slices"

// appendRows copies n rows of a batch of the same schema, from row first on, to the columns that
// this batch has.
func (b *Batch) appendRows(from *Batch, first, n int) {
	row := b.rows
	b.lines = append(b.lines, from.lines[first:first+n]...)
	b.rows += n
	for i := range b.columns {
		c, source := &b.columns[i], &from.columns[i]
		switch {
		case !c.Present:
		case source.Present:
			c.appendCells(row, source, first, n)
		default:
			c.extend(b.Schema.Fields[i].Kind, b.rows)
		}
	}
	for b.moreEnd != nil && len(b.moreEnd) < b.rows {
		b.moreEnd = append(b.moreEnd, uint32(len(b.more)))
	}
}

// appendCells copies n cells to the rows from row on. Of the slices only that of the kind holds any.
func (c *Column) appendCells(row int, from *Column, first, n int) {
	c.Codes = appendSome(c.Codes, from.Codes, first, n)
	c.Days = appendSome(c.Days, from.Days, first, n)
	c.Counts = appendSome(c.Counts, from.Counts, first, n)
	c.Numbers = appendSome(c.Numbers, from.Numbers, first, n)
	c.Masks = appendSome(c.Masks, from.Masks, first, n)
	if from.Ends != nil {
		c.appendTexts(from, first, n)
	}
	c.Known = c.Known.appendBits(row, from.Known, first, n)
}

func appendSome[T any](to, from []T, first, n int) []T {
	if len(from) == 0 {
		return to
	}
	return append(to, from[first:first+n]...)
}

func (c *Column) appendTexts(from *Column, first, n int) {
	start, end := uint32(0), from.Ends[first+n-1]
	if first > 0 {
		start = from.Ends[first-1]
	}
	behind := uint32(len(c.Bytes)) - start
	c.Bytes = append(c.Bytes, from.Bytes[start:end]...)
	c.Ends = slices.Grow(c.Ends, n)
	for _, e := range from.Ends[first : first+n] {
		c.Ends = append(c.Ends, e+behind)
	}
}

// appendBits copies n rows of another bitmap to the rows from row on, none of which is set.
func (b Bits) appendBits(row int, from Bits, first, n int) Bits {
	b = b.grow(row + n)
	for n > 0 {
		take := min(64-row&63, 64-first&63, n)
		word := from[first>>6] >> (first & 63)
		if take < 64 {
			word &= 1<<take - 1
		}
		b[row>>6] |= word << (row & 63)
		row, first, n = row+take, first+take, n-take
	}
	return b
}

// reserveLike makes room in an empty batch for as many rows as another of the same columns has, and
// for texts as long and a little more.
func (b *Batch) reserveLike(other *Batch) {
	b.lines = roomLike(other.lines)
	for i := range b.columns {
		c, o := &b.columns[i], &other.columns[i]
		c.Codes, c.Days, c.Counts = roomLike(o.Codes), roomLike(o.Days), roomLike(o.Counts)
		c.Numbers, c.Masks, c.Known = roomLike(o.Numbers), roomLike(o.Masks), roomLike(o.Known)
		c.Ends, c.Bytes = roomLike(o.Ends), make([]byte, 0, len(o.Bytes)+len(o.Bytes)/32)
	}
}

// roomLike is an empty slice for as many elements as another has. It is not cleared, since that
// alone would take as long as filling it.
func roomLike[S ~[]T, T any](other S) S {
	if len(other) == 0 {
		return nil
	}
	return make(S, 0, len(other))
}

// size is about how many bytes the batch takes.
func (b *Batch) size() int64 {
	n := int64(len(b.columns))*columnSize + 4*int64(cap(b.lines))
	for i := range b.columns {
		c := &b.columns[i]
		n += int64(cap(c.Codes) + 4*cap(c.Days) + 8*cap(c.Counts) + 8*cap(c.Numbers) + 8*cap(c.Masks) + 4*cap(c.Ends) + cap(c.Bytes) + 8*cap(c.Known))
	}
	return n
}

// columnSize is the room of a Column itself.
const columnSize = 240
