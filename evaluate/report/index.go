package report

import (
	"fmt"
	"html/template"
	"io"
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
	Entries []IndexEntry
	Failed  []Failure
	Unique  *Unique // nil: not counted
}

// WriteIndex writes index.html: all projects of a run side by side, in the order given, with
// links to the files of each. Both languages are on the one page; lang comes first. There is no
// ranking, and the page says in words what must not be compared. Sums stand only where the
// figures are of one kind, and a share of several projects is sum over sum. No entries make a
// page that says so.
//
// The page says which projects are missing because they could not be carried out, each with its cause,
// and how many persons stand behind the participations. Its last line is its [Seal].
func WriteIndex(w io.Writer, lang evaluate.Lang, all Index) error {
	for i, e := range all.Entries {
		if e.Brief == nil || e.Brief.Figures == nil {
			return fmt.Errorf("report: index: entry %d (%s) has no figures", i+1, e.Folder)
		}
	}
	order := evaluate.Langs()
	if lang != order[0] {
		slices.Reverse(order)
	}
	data := &indexPage{Lang: string(order[0])}
	for _, l := range order {
		p, err := newPage(l)
		if err != nil {
			return err
		}
		p.markup.dagger += "-" + string(l)
		data.Style = p.Style
		data.Views = append(data.Views, &indexView{page: p, entries: all.Entries, unique: all.Unique, Failed: all.Failed})
	}
	return sealed(w, func(w io.Writer) error { return writePage(w, "index.html.tmpl", data) })
}

// indexPage is the page as its template sees it.
type indexPage struct {
	Lang  string
	Style template.CSS
	Views []*indexView
}

// indexView is the page in one language.
type indexView struct {
	*page
	entries []IndexEntry
	unique  *Unique
	Failed  []Failure
}

// MadeUp lists the projects whose persons are made up.
func (v *indexView) MadeUp() []string {
	var titles []string
	for _, e := range v.entries {
		if e.Brief.MadeUp {
			titles = append(titles, v.In(e.Brief.Title))
		}
	}
	return titles
}

// Many tells whether a list is too long to stand open above the table.
func (v *indexView) Many(titles []string) bool { return len(titles) > rowsAtOnce }

// Dagger explains the mark of made-up figures.
func (v *indexView) Dagger() string { return v.In(daggerText) }

// Empty tells whether there are no projects.
func (v *indexView) Empty() bool { return len(v.entries) == 0 }

// Projects writes the table of projects.
func (v *indexView) Projects() template.HTML {
	return v.made(func(m *markup) { m.projects(v.entries) })
}

// Totals writes the sums of the projects of one kind; empty where no kind has two projects.
func (v *indexView) Totals() template.HTML {
	g := totalsGrid(v.entries)
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
