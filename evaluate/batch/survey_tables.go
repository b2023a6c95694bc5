package batch

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// prefix is that of the figures of a survey.
func (m *measured) prefix() string { return "survey/" + m.survey.Name }

// id names a survey in tables and charts: a later wave behind a dash.
func (m *measured) id() string { return strings.ReplaceAll(m.survey.Name, "/", "-") }

// headlines are the rows of the table of change, in its order.
func headlines() []string {
	return []string{"pairs", "pre/mean", "post/mean", "change/mean", "change/sd", "change/median", "change/hodges-lehmann", "change/t", "change/p-t",
		"change/w-plus", "change/w-minus", "change/p-wilcoxon", "change/p-wilcoxon-pratt", "change/p-permutation",
		"change/dz", "change/g", "change/rank-biserial", "improved", "unchanged", "worsened", "improved-share", "change/power", "change/detectable"}
}

// changeTable is the change overall and by sex.
func (r *run) changeTable(m *measured) *report.Table {
	t := &report.Table{ID: "change-" + m.id(), Title: m.survey.Title,
		Columns: []evaluate.Text{evaluate.T("miara", "measure"), evaluate.T("ogółem", "overall")}}
	prefixes := m.sexColumns(t)
	for _, name := range headlines() {
		r.across(t, prefixes, name)
	}
	return t
}

// sexColumns adds a column for each sex to a table of everybody, and gives the prefixes of the figures of all columns.
func (m *measured) sexColumns(t *report.Table) []string {
	prefixes := []string{m.prefix()}
	for _, g := range m.groups {
		if g.sex {
			t.Columns, prefixes = append(t.Columns, g.Label), append(prefixes, m.prefix()+"/"+g.ID)
		}
	}
	return prefixes
}

// across adds a row of one measure, a column a prefix.
func (r *run) across(t *report.Table, prefixes []string, name string) {
	f, ok := r.figures.Get(prefixes[0] + "/" + name)
	if !ok {
		return
	}
	var ids []string
	for _, p := range prefixes {
		ids = append(ids, p+"/"+name)
	}
	t.Rows = append(t.Rows, r.row(shortLabel(f.Label), false, ids...))
}

// shortLabel leaves out what a figure of a survey is about: the table says it.
func shortLabel(label evaluate.Text) evaluate.Text {
	cut := func(s string) string {
		if _, rest, found := strings.Cut(s, ": "); found {
			return rest
		}
		return s
	}
	return evaluate.T(cut(label.PL), cut(label.EN))
}

// shortList is a table of one figure a line, under labels that leave out what the title says.
func (r *run) shortList(m *measured, id string, what, unit evaluate.Text, ids ...string) *report.Table {
	t := r.list(id, m.survey.Title.Joined(": ", what), unit, ids...)
	for i := range t.Rows {
		t.Rows[i].Label = shortLabel(t.Rows[i].Label)
	}
	return t
}

// attritionTable tells who filled in, who was lost, and what the change could be with them.
func (r *run) attritionTable(m *measured) *report.Table {
	p := m.prefix()
	ids := []string{p + "/pre/sheets", p + "/post/sheets", p + "/pairs", p + "/attrition/folded", p + "/only-pre", p + "/only-post", p + "/unscored", p + "/repeated", p + "/unclear", p + "/no-code"}
	for _, name := range []string{"share", "women/share", "men/share", "pre-difference", "pre-difference/p", "pre-smd", "bound/unchanged", "bound/worst", "bound/best", "ipw/mean", "ipw/ess", "ipw/max-weight"} {
		if f, ok := r.figures.Get(p + "/attrition/" + name); ok && m.tellsOfLeavers(name) {
			ids = append(ids, f.ID)
		}
	}
	t := r.shortList(m, "attrition-"+m.id(), evaluate.T("kto wypełnił ankiety", "who filled in"), evaluate.T("liczba", "number"), ids...)
	for i, id := range ids {
		for _, sex := range sexNames() {
			if strings.HasSuffix(id, "/"+sex.ID+"/share") {
				t.Rows[i].Label = t.Rows[i].Label.Joined(": ", sex.Label)
			}
		}
	}
	return t
}

// tellsOfLeavers tells whether a figure of attrition says anything here: those on the missing where somebody
// is, and the weighted ones where something to weigh by was given.
func (m *measured) tellsOfLeavers(name string) bool {
	switch {
	case strings.HasPrefix(name, "ipw"):
		return len(m.survey.Covariates) > 0
	case strings.HasSuffix(name, "share"):
		return true
	}
	return m.pairs.OnlyPre > 0
}

// byTable is the change in each part of the splits that the project asked for; nil where it asked for none.
func (r *run) byTable(m *measured) *report.Table {
	t := &report.Table{ID: "change-by-" + m.id(), Title: m.survey.Title.Joined(": ", evaluate.T("zmiana w grupach", "change by group")),
		Columns: []evaluate.Text{evaluate.T("grupa", "group"), evaluate.T("pary", "pairs"), evaluate.T("średnia zmiana", "mean change"), evaluate.T("p Wilcoxona", "Wilcoxon p"), evaluate.T("poprawa", "improved")}}
	for _, g := range m.groups {
		if !g.sex {
			p := m.prefix() + "/" + g.ID
			t.Rows = append(t.Rows, r.row(g.Label, false, p+"/pairs", p+"/change/mean", p+"/change/p-wilcoxon", p+"/improved-share"))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	t.Notes = append(t.Notes, evaluate.T("Wiele grup to wiele testów: jedno małe p wśród nich nie jest odkryciem.", "Many groups are many tests: one small p among them is no finding."))
	return t
}

// reliableTable tells whose change is more than the error of measuring twice.
func (r *run) reliableTable(m *measured) *report.Table {
	t := &report.Table{ID: "reliable-" + m.id(), Title: m.survey.Title.Joined(": ", evaluate.T("rzetelna zmiana osób", "reliable change of persons")),
		Columns: []evaluate.Text{evaluate.T("miara", "measure"), evaluate.T("ogółem", "overall")}}
	prefixes := m.sexColumns(t)
	for _, name := range []string{"reliability", "threshold", "improved", "unchanged", "worsened"} {
		r.across(t, prefixes, "reliable/"+name)
	}
	return t
}

// conventionsTable gives what others would have printed: each convention by its name.
func (r *run) conventionsTable(m *measured) *report.Table {
	p := m.prefix() + "/"
	t := &report.Table{ID: "conventions-" + m.id(), Title: m.survey.Title.Joined(": ", evaluate.T("inne konwencje", "other conventions")),
		Columns: []evaluate.Text{evaluate.T("miara", "measure"), evaluate.T("wynik", "result"), evaluate.T("wzór", "formula")}}
	for _, name := range []string{"pre/sd", "pre/median", "post/sd", "post/median", "correlation", "change/se", "change/p-sign", "change/p-wilcoxon-normal", "change/p-wilcoxon-normal-cc",
		"change/dav", "change/dav-g", "change/dav-lakens", "change/drm", "change/drm-g", "change/glass", "change/glass-g", "change/rank-biserial-pratt", "change/superiority", "change/superiority-normal"} {
		if f, ok := r.figures.Get(p + name); ok {
			t.Rows = append(t.Rows, report.Row{Label: shortLabel(f.Label), Cells: []report.Cell{report.F(f.ID), report.W(f.Method)}})
		}
	}
	return t
}

// itemsPerChart is how many questions stand in one chart: so many can be read on a page.
const itemsPerChart = 10

// itemsTable is the change of some questions, with p-values adjusted for the number of all.
func (r *run) itemsTable(m *measured, part int) *report.Table {
	t := &report.Table{ID: fmt.Sprintf("items-%s-%d", m.id(), part+1), Title: m.survey.Title.Joined(": ", evaluate.T("zmiana w pytaniach", "change by question")),
		Columns: []evaluate.Text{evaluate.T("pytanie", "question"), evaluate.T("pary", "pairs"), evaluate.T("przed", "before"), evaluate.T("po", "after"), evaluate.T("zmiana", "change"),
			evaluate.T("p Wilcoxona", "Wilcoxon p"), evaluate.Same("p (Holm)"), evaluate.Same("p (BH)")}}
	for i := part * itemsPerChart; i < min(len(m.items.Items), (part+1)*itemsPerChart); i++ {
		p := fmt.Sprintf("%s/item/%d", m.prefix(), i+1)
		t.Rows = append(t.Rows, r.row(evaluate.Same(m.itemName(i)), false, p+"/pairs", p+"/pairs/pre-mean", p+"/pairs/post-mean", p+"/change/mean",
			p+"/change/p-wilcoxon", p+"/change/p-holm", p+"/change/p-bh"))
	}
	return t
}

// itemName is the header of a question, with a mark where it is reversed.
func (m *measured) itemName(i int) string {
	name := m.survey.Pre.Items[i]
	if m.reversed(i) {
		name += " (R)"
	}
	return name
}

func (m *measured) reversed(i int) bool { return i < len(m.key.Reversed) && m.key.Reversed[i] }

// scaleTable tells how far the questions belong together, before and after.
func (r *run) scaleTable(m *measured) *report.Table {
	t := &report.Table{ID: "scale-" + m.id(), Title: m.survey.Title.Joined(": ", evaluate.T("rzetelność skali", "reliability of the scale")),
		Columns: []evaluate.Text{evaluate.T("miara", "measure"), evaluate.T("przed", "before"), evaluate.T("po", "after")}}
	add := func(name string, about func(evaluate.Text) evaluate.Text) {
		before, ok := r.figures.Get(m.firstPrefix() + "/" + name + "/pre")
		if _, both := r.figures.Get(m.prefix() + "/" + name + "/post"); ok && both {
			t.Rows = append(t.Rows, r.row(about(shortLabel(before.Label)), false, before.ID, m.prefix()+"/"+name+"/post"))
		}
	}
	for _, name := range []string{"alpha", "alpha-standardized", "omega", "mean-inter-item", "split-half", "split-half-guttman", "floor", "ceiling", "complete", "prorated", "too-blank"} {
		add(name, withoutWave)
	}
	if len(m.survey.Pre.Items) > 2 {
		for i := range m.survey.Pre.Items {
			ofItem := func(label evaluate.Text) evaluate.Text {
				return evaluate.Same(m.itemName(i)).Joined(": ", withoutWave(label))
			}
			add(fmt.Sprintf("item/%d/item-rest", i+1), ofItem)
			add(fmt.Sprintf("item/%d/alpha-if-dropped", i+1), ofItem)
		}
	}
	return t
}

// firstName is the name of the survey in the project file: that of a later wave stands behind it.
func (m *measured) firstName() string {
	name, _, _ := strings.Cut(m.survey.Name, "/")
	return name
}

// firstPrefix is that of the first two waves, where the figures of the first wave stand.
func (m *measured) firstPrefix() string { return "survey/" + m.firstName() }

// withoutWave leaves out "before": the column says it.
func withoutWave(label evaluate.Text) evaluate.Text {
	return evaluate.T(strings.TrimSuffix(label.PL, " przed"), strings.TrimSuffix(label.EN, " before"))
}

// movesTable is how many moved from which answer to which.
func movesTable(m *measured, c categoryChange) *report.Table {
	t := &report.Table{ID: "moves-" + m.id() + "-" + c.question.Name, Title: c.question.Title.Joined(": ", evaluate.T("z czego na co (wiersze: przed, kolumny: po)", "from what to what (rows: before, columns: after)")),
		Columns: []evaluate.Text{evaluate.T("przed \\ po", "before \\ after")}}
	for _, category := range c.change.Table.Categories {
		t.Columns = append(t.Columns, evaluate.Same(category))
	}
	for i, category := range c.change.Table.Categories {
		row := report.Row{Label: evaluate.Same(category)}
		for _, n := range c.change.Table.Counts[i] {
			row.Cells = append(row.Cells, report.W(evaluate.Same(fmt.Sprint(n))))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
