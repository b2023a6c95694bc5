package report

import (
	"html/template"
	"io"
	"iter"
	"slices"

	"github.com/efseval/efseval/evaluate"
)

// IndexEntry is a project of the index page: the folder of its files, relative to the page, and what
// is kept of it.
type IndexEntry struct {
	Folder string
	Brief  *Brief
}

// Failure is a project that could not be carried out.
type Failure struct {
	File  string // its project file, with the folder that holds it
	Cause evaluate.Text
}

// Index is what the overview of a run shows.
type Index struct {
	// Entries are the projects in the order of the page. They are gone through several times, one entry at a time
	// and each let go before the next, so that a page over thousands needs the memory of one; an error ends the page.
	// [EntriesOf] makes them of a list. Nil: none.
	Entries iter.Seq2[IndexEntry, error]
	Failed  []Failure
	Unique  *Unique // nil: not counted
}

// EntriesOf are the entries of a list.
func EntriesOf(list ...IndexEntry) iter.Seq2[IndexEntry, error] {
	return func(yield func(IndexEntry, error) bool) {
		for _, e := range list {
			if !yield(e, nil) {
				return
			}
		}
	}
}

// WriteIndex writes index.html: all projects of a run side by side, in the order given, with
// links to the files of each. Both languages are on the one page; lang comes first. There is no
// ranking, and the page says in words what must not be compared. Sums stand only where the
// figures are of one kind, and a share of several projects is sum over sum. No entries make a
// page that says so.
//
// The page says which projects are missing because they could not be carried out, each with its cause,
// and how many persons stand behind the participations. Its last line is its [Seal].
//
// An entry without figures is an error before the first byte. Rows are written as they are made: an error of
// w, or of entries that cannot be gone through again, leaves a part of the page in w.
func WriteIndex(w io.Writer, lang evaluate.Lang, all Index) error {
	if all.Entries == nil {
		all.Entries = EntriesOf()
	}
	seen, err := overallOf(all.Entries)
	if err != nil {
		return err
	}
	order := evaluate.Langs()
	if lang != order[0] {
		slices.Reverse(order)
	}
	p := &indexPage{Lang: string(order[0])}
	for _, l := range order {
		shared, err := newPage(l)
		if err != nil {
			return err
		}
		shared.markup.dagger += "-" + string(l)
		p.Style = shared.Style
		p.Views = append(p.Views, &indexView{page: shared, seen: seen, unique: all.Unique, Failed: all.Failed})
	}
	return sealed(w, func(w io.Writer) error { return p.write(w, all.Entries) })
}

// indexPage is the page as its templates see it.
type indexPage struct {
	Lang  string
	Style template.CSS
	Views []*indexView
}

// write writes the page piece by piece, so that the rows of all projects are never held at once.
func (p *indexPage) write(w io.Writer, entries iter.Seq2[IndexEntry, error]) error {
	if err := writePage(w, "index-top", p); err != nil {
		return err
	}
	for _, v := range p.Views {
		if err := v.write(w, entries); err != nil {
			return err
		}
	}
	return writePage(w, "index-bottom", p)
}

// indexView is the page in one language.
type indexView struct {
	*page
	seen   *overall
	unique *Unique
	Failed []Failure
}

func (v *indexView) write(w io.Writer, entries iter.Seq2[IndexEntry, error]) error {
	if err := writePage(w, "index-view-top", v); err != nil {
		return err
	}
	if !v.Empty() {
		v.markup.Reset()
		if err := v.markup.projects(w, entries, v.seen.projects > rowsAtOnce); err != nil {
			return err
		}
	}
	return writePage(w, "index-view-bottom", v)
}

// MadeUp lists the projects whose persons are made up.
func (v *indexView) MadeUp() []evaluate.Text { return v.seen.madeUp }

// Many tells whether a list is too long to stand open above the table.
func (v *indexView) Many(titles []evaluate.Text) bool { return len(titles) > rowsAtOnce }

// Dagger explains the mark of made-up figures.
func (v *indexView) Dagger() string { return v.In(daggerText) }

// Empty tells whether there are no projects.
func (v *indexView) Empty() bool { return v.seen.projects == 0 }

// Totals writes the sums of the projects of one kind; empty where no kind has two projects.
func (v *indexView) Totals() template.HTML {
	g := totalsGrid(v.seen.kinds)
	if len(g.rows) == 0 {
		return ""
	}
	g.id += "-" + v.Lang
	return v.made(func(m *markup) { m.table(g, "index") })
}

// Persons writes how many persons stand behind the participations; empty where nobody counted.
func (v *indexView) Persons() template.HTML {
	if v.unique == nil {
		return ""
	}
	return v.made(func(m *markup) {
		for _, g := range []*grid{uniqueGrid(v.unique), severalGrid(v.unique)} {
			if len(g.rows) > 0 {
				g.id += "-" + v.Lang
				m.folder = "index" // figures of the run have no anchors: both languages are on the page
				m.table(g, "index")
				m.folder = ""
			}
		}
	})
}
