package report

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// projects writes a row for each project, with its footnotes below the table.
func (m *markup) projects(entries []IndexEntry) {
	notes := &grid{id: "projects-" + string(m.lang)}
	title := "table-" + notes.id + "-title"
	m.WriteString(`<div class="table"><div class="scroll" tabindex="0" role="region" aria-labelledby="` + title + `"><table class="projects"><caption id="` + title + `">`)
	m.element("span", say("Projekty w kolejności wczytania (to nie jest ranking)", "Projects in the order in which they were read (this is no ranking)", m.lang))
	m.WriteString("</caption><thead><tr>")
	for i, h := range []evaluate.Text{
		evaluate.T("Projekt", "Project"), evaluate.T("Rodzaj liczb i okres", "Kind of figures and period"), evaluate.T("Uczestnicy", "Participants"),
		evaluate.T("Kobiety", "Women"), evaluate.T("Mężczyźni", "Men"), evaluate.T("Koszt na uczestnika", "Cost per participant"),
		evaluate.T("Zmiana w ankietach", "Change in questionnaires"), evaluate.T("Ogłoszone liczby odtworzone", "Published numbers reproduced"), evaluate.T("Uwagi do danych", "Problems of the data"),
	} {
		class := ""
		if i >= 2 && i <= 5 {
			class = ` class="number"`
		}
		m.element(`th scope="col"`+class, h.In(m.lang))
	}
	m.WriteString("</tr></thead><tbody>")
	for _, e := range entries {
		m.project(e, notes)
	}
	m.WriteString("</tbody></table></div>")
	m.notes(notes)
	m.WriteString("</div>\n")
}

func (m *markup) project(e IndexEntry, notes *grid) {
	m.folder = e.Folder
	defer func() { m.folder = "" }()
	p := e.Report.Project
	m.WriteString(`<tr><th scope="row">`)
	if e.Report.Outputs.Has(HTML) {
		m.link(e.Folder, "report."+string(m.lang)+".html", p.Title.In(m.lang))
	} else {
		m.text(p.Title.In(m.lang))
	}
	m.element(`small class="detail"`, p.Programme.In(m.lang))
	m.files(e)
	m.WriteString("</th><td>")
	m.text(p.Kind.In(m.lang))
	m.element(`small class="detail"`, periodText(p).In(m.lang))
	m.WriteString("</td>")
	for _, sex := range []string{"total", "women", "men"} {
		m.WriteString(`<td class="number">`)
		m.indexFigure(e.Report, "participants/"+sex, evaluate.Text{}, notes)
		// where nothing was planned it is said once, beside the total
		if f, ok := e.Report.Figures.Get("target/participants/" + sex); ok && (f.Status == evaluate.Known || sex == "total") {
			m.WriteString(`<div class="target">`)
			m.indexFigure(e.Report, "target/participants/"+sex, evaluate.T("z celu:", "of target:"), notes)
			m.WriteString("</div>")
		}
		m.WriteString("</td>")
	}
	m.WriteString(`<td class="number">`)
	m.indexFigure(e.Report, "cost/per-participant", evaluate.Text{}, notes)
	m.WriteString("</td><td>")
	m.changes(e.Report, notes)
	m.WriteString("</td><td>")
	m.claims(e.Report)
	m.WriteString("</td><td>")
	m.problems(e)
	m.WriteString("</td></tr>\n")
}

// indexFigure writes a figure of a project; a dash where its report has none of this ID.
func (m *markup) indexFigure(r *Report, id string, label evaluate.Text, notes *grid) {
	e := entry{}
	if f, ok := r.Figures.Get(id); ok {
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
func (m *markup) changes(r *Report, notes *grid) {
	all := surveyChanges(r.Figures)
	if len(all) == 0 {
		m.entry(entry{}, notes.id)
	}
	for _, f := range all {
		m.WriteString("<div>")
		m.indexFigure(r, f.ID, aboutChange(f), notes)
		m.WriteString("</div>")
	}
}

func (m *markup) claims(r *Report) {
	counts := CountClaims(r.Claims)
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
	if len(e.Report.Problems) == 0 {
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
		n := 0
		for _, p := range e.Report.Problems {
			if p.Severity == kind.of {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", kind.name.In(m.lang), n))
		}
	}
	if problemsFile(e.Report) == "" {
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
		{Markdown, "report." + string(m.lang) + ".md", "Markdown"}, {XLSX, "tables.xlsx", "XLSX"}, {Figures, "figures.csv", "CSV"},
		{Figures, "figures.parquet", "Parquet"}, {JSON, "results.json", "JSON"}, {JSON, "manifest.json", "manifest"},
	} {
		if e.Report.Outputs.Has(f.kind) {
			m.WriteString(between)
			m.link(e.Folder, f.name, f.words)
			between = " · "
		}
	}
	m.WriteString("</small>")
}

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
