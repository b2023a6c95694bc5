package datasets

import "errors"

// Room is where a reader puts the values of entries itself: row i of the block is row Row+i of To,
// and value v of the entries is row v+1 of From. The reader sets the rows that it fills in
// To.Known.
type Room struct {
	To, From *Column
	Row      int
}

// Room tells whether the entries can be copied as they are: their column alone feeds one field
// that is neither text nor a real number, each entry has a value, and none has a problem to tell.
func (k *Block) Room(e *Entries) (r Room, ok bool) {
	if len(e.cells) != 1 || len(e.odd) > 0 {
		return Room{}, false
	}
	c := &k.binding.cells[e.cells[0]]
	switch k.binding.Profile.fields.Fields[c.field].Kind {
	case Text, Identifier, Number:
		return Room{}, false
	}
	if !k.binding.leads(c) || !e.holds() || !e.written[0].plain() {
		return Room{}, false
	}
	return Room{To: &k.batch.columns[c.field], From: &e.typed.columns[c.field], Row: k.row}, true
}

// Filled counts n rows with a value that a reader has put into a [Room] itself.
func (k *Block) Filled(e *Entries, n int) {
	if f := e.written[0].single; f != 0 && n > 0 {
		k.binding.cells[e.cells[0]].met.add(f, 0, n)
	}
}

// TakesTexts tells whether [Block.PutTexts] may fill the column: it feeds one field, of text, and
// is the first that does.
func (k *Block) TakesTexts(e *Entries) bool {
	_, alone := e.textKind()
	return alone && k.binding.leads(&k.binding.cells[e.cells[0]])
}

// ErrEncoding says that a text is not UTF-8.
var ErrEncoding = errors.New("datasets: a text is not UTF-8")

// ErrLengths says that texts are longer than what holds them.
var ErrLengths = errors.New("datasets: a text ends behind what holds it")

// PutTexts fills n rows of the block from row first on with texts that stand one behind the other,
// each behind its length in four bytes, the lowest first. has has a bit for each row that has a
// text; nil says that every row has. It returns how many bytes it took; with [ErrEncoding] or
// [ErrLengths] the row, from first on, that is not as it must be.
func (k *Block) PutTexts(e *Entries, first, n int, has Bits, text []byte) (used, row int, err error) {
	kind, _ := e.textKind()
	column := &k.batch.columns[k.binding.cells[e.cells[0]].field]
	return column.appendPrefixed(kind, k.row+first, n, has, text)
}
