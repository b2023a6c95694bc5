package batch

import (
	"strings"

	"pgregory.net/rapid"
)

// taking is a row that is taken out, or all rows of its person.
type taking struct {
	from *madeUpFile
	at   int

	number int // rows of the person
	all    bool

	participant int // rows that count the person
}

func drawTaking(t *rapid.T, files []*madeUpFile) *taking {
	n := rapid.IntRange(0, len(files)-1).Draw(t, "file")
	out := &taking{from: files[n]}
	out.at = rapid.IntRange(0, len(out.from.rows)-1).Draw(t, "row")
	for _, f := range files {
		for i := range f.rows {
			if out.related(f, i) {
				out.number++
				out.participant += strings.Count(f.rows[i].text, ";participant;")
			}
		}
	}
	out.all = out.number > 1 && rapid.Bool().Draw(t, "all")
	return out
}

func (k *taking) is(f *madeUpFile, i int) bool { return f.name == k.from.name && i == k.at }

// related tells whether a row is of the person of the one that is taken out, in the same kind of file.
func (k *taking) related(f *madeUpFile, i int) bool {
	return k.is(f, i) || k.ofPerson(f, i)
}

func (k *taking) ofPerson(f *madeUpFile, i int) bool {
	person := k.from.rows[k.at].person
	return person != "" && f.rows[i].person == person && f.kind() == k.from.kind()
}

func (k *taking) out(f *madeUpFile, i int) bool {
	return k.is(f, i) || k.all && k.related(f, i)
}

// rest are the files without what is taken out; nil where one would have no row, which a run refuses.
func (k *taking) rest(files []*madeUpFile) (rest []*madeUpFile) {
	for _, f := range files {
		left := f.without(func(i int) bool { return k.out(f, i) })
		if len(left.rows) == 0 {
			return nil
		}
		rest = append(rest, left)
	}
	return rest
}
