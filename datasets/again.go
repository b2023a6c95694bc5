package datasets

import "slices"

// readsAgain tells whether a date is read from a column that feeds another date before it, which is
// not left out for a value of a column further left.
func (b *Binding) readsAgain(source, field int) bool {
	fields := b.Profile.fields.Fields
	return fields[field].Kind == Date && slices.ContainsFunc(b.cells, func(c boundCell) bool {
		return c.source == source && fields[c.field].Kind == Date && c.place == slices.IndexFunc(b.cells, func(o boundCell) bool { return o.field == c.field })
	})
}
