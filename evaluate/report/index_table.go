package report

import (
	"fmt"
	"io"
	"iter"
	"net/url"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// rowsAtOnce is how many projects stand on the page as they are; more scroll under a heading that stays.
const rowsAtOnce = 20

// projects writes a row for each project, with its footnotes below the table; a long table scrolls in itself.
func (m *markup) projects(w io.Writer, entries iter.Seq2[IndexEntry, error], long bool) error {
	notes := &grid{id: "projects-" + string(m.lang)}
	m.projectsHead("table-"+notes.id+"-title", long)
	for e, err := range entries {
		if err != nil {
			return err
		}
		m.project(e, notes)
		if _, err := m.WriteTo(w); err != nil {
			return err
		}
	}
	m.WriteString("</tbody></table></div>")
	m.notes(notes)
	m.WriteString("</div>\n")
	_, err := m.WriteTo(w)
	return err
}

// projectsHead opens the table and names its columns.
func (m *markup) projectsHead(title string, long bool) {
	scroll := "scroll"
	if long {
		scroll += " tall"
	}
	m.WriteString(`<div class="table"><div class="` + scroll + `" tabindex="0" role="region" aria-labelledby="` + title + `"><table class="projects"><caption id="` + title + `">`)
	m.element("span", say("Projekty w kolejności wczytania (to nie jest ranking)", "Projects in the order in which they were read (this is no ranking)", m.lang))
	m.WriteString("</caption><thead><tr>")
	for i, h := range []evaluate.Text{
		evaluate.T("Projekt", "Project"), evaluate.T("Rodzaj liczb i okres", "Kind of figures and period"), evaluate.T("Uczestnicy", "Participants"),
		evaluate.T("Kobiety", "Women"), evaluate.T("Mężczyźni", "Men"), evaluate.T("Koszt na uczestnika", "Cost per participant"),
		evaluate.T("Zmiana w ankietach", "Change in questionnaires"), evaluate.T("Cele", "Targets"), evaluate.T("Ogłoszone liczby odtworzone", "Published numbers reproduced"), evaluate.T("Uwagi do danych", "Problems of the data"),
	} {
		class := ""
		if i >= 2 && i <= 5 {
			class = ` class="number"`
		}
		m.element(`th scope="col"`+class, h.In(m.lang))
	}
	m.WriteString("</tr></thead><tbody>")
}

// project writes the row of a project; what its figures have to explain goes to notes.
func (m *markup) project(e IndexEntry, notes *grid) {
	m.folder = e.Folder
	defer func() { m.folder = "" }()
	p := e.Brief
	m.WriteString(`<tr><th scope="row">`)
	m.projectName(e)
	m.WriteString("</th><td>")
	m.text(p.Kind.In(m.lang))
	m.element(`small class="detail"`, p.Period.In(m.lang))
	m.WriteString("</td>")
	for _, sex := range []string{"total", "women", "men"} {
		m.WriteString(`<td class="number">`)
		m.participants(p.Figures, sex, notes)
		m.WriteString("</td>")
	}
	m.WriteString(`<td class="number">`)
	m.indexFigure(p.Figures, "cost/per-participant", evaluate.Text{}, notes)
	m.WriteString("</td><td>")
	m.changes(p.Figures, notes)
	m.WriteString("</td><td>")
	m.attained(p)
	m.WriteString("</td><td>")
	m.claims(p.Claims)
	m.WriteString("</td><td>")
	m.problems(e)
	m.WriteString("</td></tr>\n")
}

// projectName writes what a project is called, with links to its report and to its files.
func (m *markup) projectName(e IndexEntry) {
	title := e.Brief.Title.In(m.lang)
	if e.Brief.Outputs.Has(HTML) {
		m.link(e.Folder, "report."+string(m.lang)+".html", title)
	} else {
		m.text(title)
	}
	m.element(`small class="detail"`, e.Brief.Programme.In(m.lang))
	m.files(e)
}

// participants writes the participants of a sex, or all, with their target below. Where nothing was planned that is
// said once, beside the total.
func (m *markup) participants(figures *evaluate.Figures, sex string, notes *grid) {
	m.indexFigure(figures, "participants/"+sex, evaluate.Text{}, notes)
	if f, ok := figures.Get("target/participants/" + sex); ok && (f.Status == evaluate.Known || sex == "total") {
		m.WriteString(`<div class="target">`)
		m.indexFigure(figures, "target/participants/"+sex, evaluate.T("z celu:", "of target:"), notes)
		m.WriteString("</div>")
	}
}

// indexFigure writes a figure of a project; a dash where it has none of this ID.
func (m *markup) indexFigure(figures *evaluate.Figures, id string, label evaluate.Text, notes *grid) {
	e := entry{}
	if f, ok := figures.Get(id); ok {
		e.figure = &f
		notes.mark(&e)
	}
	if !label.Empty() {
		m.element(`span class="none"`, label.In(m.lang))
		m.WriteString(" ")
	}
	m.entry(e, notes.id)
}

// changes writes the mean change of each questionnaire.
func (m *markup) changes(figures *evaluate.Figures, notes *grid) {
	all := surveyChanges(figures)
	if len(all) == 0 {
		m.entry(entry{}, notes.id)
	}
	for _, f := range all {
		m.WriteString("<div>")
		m.indexFigure(figures, f.ID, aboutChange(f), notes)
		m.WriteString("</div>")
	}
}

// attained counts the targets of a project, those of indicators too, by how they came out.
func (m *markup) attained(b *Brief) {
	if len(b.Targets) == 0 {
		m.entry(entry{}, "")
		return
	}
	for _, v := range []TargetVerdict{TargetReached, TargetNotReached, TargetCannotTell} {
		n := b.CountTargets(v)
		if n == 0 {
			continue
		}
		m.WriteString("<div>")
		m.sign(entry{sign: attainedSign(v), words: v.Words().Joined(": ", evaluate.Same(strconv.Itoa(n)))})
		m.WriteString("</div>")
	}
}

func attainedSign(v TargetVerdict) sign {
	switch v {
	case TargetReached:
		return yes
	case TargetNotReached:
		return no
	}
	return open
}

// claims counts the numbers that somebody published or planned, by kind, and how many of them come out.
func (m *markup) claims(counts []ClaimCount) {
	if len(counts) == 0 {
		m.entry(entry{}, "")
		return
	}
	for _, c := range counts {
		s := yes
		if c.Good < c.All {
			s = no
		}
		m.WriteString("<div>")
		m.sign(entry{sign: s, words: c.Of()})
		m.element(`small class="detail"`, c.Words().In(m.lang))
		m.WriteString("</div>")
	}
}

// problems counts the problems by severity and leads to their list.
func (m *markup) problems(e IndexEntry) {
	if len(e.Brief.Problems) == 0 {
		m.text("0")
		return
	}
	var parts []string
	for _, kind := range []struct {
		of   datasets.Severity
		name evaluate.Text
	}{
		{datasets.Error, evaluate.T("błędy", "errors")}, {datasets.Warning, evaluate.T("ostrzeżenia", "warnings")}, {datasets.Note, evaluate.T("uwagi", "notes")},
	} {
		if n := e.Brief.CountProblems(kind.of); n > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", kind.name.In(m.lang), n))
		}
	}
	if !e.Brief.Outputs.Has(Problems) {
		m.text(strings.Join(parts, ", "))
		return
	}
	m.link(e.Folder, "problems.csv", strings.Join(parts, ", "))
}

// files links what a run wrote for a project.
func (m *markup) files(e IndexEntry) {
	m.WriteString(`<small class="files">`)
	between := ""
	for _, f := range []struct {
		kind        Output
		name, words string
	}{
		{Markdown, "report.pl.md", evaluate.T("Markdown", "Markdown (Polish)").In(m.lang)}, {XLSX, "tables.xlsx", "XLSX"}, {Figures, "figures.csv", "CSV"},
		{Figures, "figures.parquet", "Parquet"}, {JSON, "results.json", "JSON"}, {JSON, "manifest.json", "manifest"},
	} {
		if e.Brief.Outputs.Has(f.kind) {
			m.WriteString(between)
			m.link(e.Folder, f.name, f.words)
			between = " · "
		}
	}
	m.WriteString("</small>")
}

// link leads to a file of a project.
func (m *markup) link(folder, file, words string) {
	m.WriteString("<a")
	m.attr("href", (&url.URL{Path: folder + "/" + file}).String())
	m.WriteString(">")
	m.text(words)
	m.WriteString("</a>")
}

// aboutChange is what a survey asked about, from the label "motivation: mean change"; the
// heading of the column says the rest.
func aboutChange(f evaluate.Figure) evaluate.Text {
	pl, _, _ := strings.Cut(f.Label.PL, ":")
	en, _, _ := strings.Cut(f.Label.EN, ":")
	return evaluate.T(pl+":", en+":")
}
