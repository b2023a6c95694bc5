package batch

import (
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// samplesSection says of each sample whether it is large enough, what it tells of the population, and
// whether it is like it; empty where the project drew none.
func (r *run) samplesSection() (report.Section, error) {
	s := report.Section{ID: "samples", Title: evaluate.T("Próby rezultatów długoterminowych", "Samples of longer-term results")}
	if len(r.project.Samples) == 0 || r.table == nil {
		return s, nil
	}
	s.Lead = []evaluate.Text{evaluate.T(
		"Rezultaty długoterminowe wolno podawać z reprezentatywnej próby. Próba ma pozwalać oszacować odsetek z dokładnością do podanej liczby punktów procentowych i odpowiadać populacji statusem, wiekiem i wykształceniem. Kto nie odpowiedział, nie jest tu doliczony do żadnej strony.",
		"Longer-term results may come from a representative sample. It must give the share to within the percentage points stated and be like the population in status, age and education. Who did not answer is counted on neither side.")}
	size := &report.Table{ID: "samples", Title: evaluate.T("Wielkość prób", "Size of the samples"), Columns: []evaluate.Text{
		evaluate.T("rezultat", "result"), evaluate.T("populacja", "population"), evaluate.T("wylosowano", "drawn"), evaluate.T("znana sytuacja", "situation known"),
		evaluate.T("wymagana próba", "sample required"), evaluate.T("osiągnięty margines (±)", "margin reached (±)"), evaluate.T("warunek", "condition")}}
	shares := &report.Table{ID: "samples-shares", Title: evaluate.T("Co próba mówi o populacji", "What the sample tells of the population"), Columns: []evaluate.Text{
		evaluate.T("rezultat i miara", "result and measure"), evaluate.T("wartość i przedział", "value and interval")}}
	s.Blocks = []report.Block{block(nil, size), block(nil, shares)}
	for _, code := range sortedKeys(r.project.Samples) {
		path, name := "sample/"+code+"/", text(r.set.Definition(code).Name)
		row := r.row(name, false, path+"population", path+"drawn", path+"answered", path+"required", path+"margin")
		row.Code, row.Cells = code, append(row.Cells, report.W(r.largeEnough(path)))
		size.Rows = append(size.Rows, row)
		shares.Rows = append(shares.Rows, r.inferred(code, path)...)
		s.Blocks = append(s.Blocks, block(nil, r.representationTable(code)))
	}
	return s, nil
}

// inferred are the lines of what a sample tells.
func (r *run) inferred(code, path string) []report.Row {
	rows := []report.Row{r.row(evaluate.T("odsetek w populacji, przedział Wilsona", "share in the population, Wilson interval"), false, path+"share"),
		r.row(evaluate.T("odsetek w populacji, przedział dokładny (Clopper–Pearson)", "share in the population, exact interval (Clopper and Pearson)"), false, path+"share-exact"),
		r.row(evaluate.T("liczba osób w populacji", "persons in the population"), false, path+"estimate")}
	for i := range rows {
		rows[i].Code = code
	}
	return rows
}

// largeEnough is the verdict on the size of a sample, from its figures as they are shown.
func (r *run) largeEnough(path string) evaluate.Text {
	answered, ok, _ := r.known(path + "answered")
	required, ok2, _ := r.known(path + "required")
	population, _, _ := r.known(path + "population")
	switch {
	case !ok || !ok2 || population == 0:
		return evaluate.T("nie wiadomo", "cannot tell")
	case answered == population:
		return evaluate.T("znani wszyscy: to nie próba", "all are known: no sample")
	case answered >= required:
		return evaluate.T("spełniony", "met")
	}
	return evaluate.T("niespełniony", "not met")
}

// representationTable sets sample and population side by side.
func (r *run) representationTable(code string) *report.Table {
	name := text(r.set.Definition(code).Name)
	t := &report.Table{ID: "samples-" + code, Title: evaluate.T("Próba a populacja: "+code+" "+name.PL, "Sample and population: "+code+" "+name.EN), Columns: []evaluate.Text{
		evaluate.T("cecha", "characteristic"), evaluate.T("populacja", "population"), evaluate.T("próba", "sample"),
		evaluate.T("różnica (punkty proc.)", "difference (percentage points)"), evaluate.T("p zgodności", "p of the fit")},
		Notes: []evaluate.Text{evaluate.T("Sytuacji gospodarstwa domowego, którą próba też ma reprezentować, tu nie porównano.",
			"The household situation, which a sample must represent too, is not compared here.")}}
	for _, v := range r.project.represented() {
		path := "sample/" + code + "/by/" + v.id
		t.Rows = append(t.Rows, r.row(v.label, true, "", "", "", path+"/p"))
		for _, c := range v.categories {
			at := path + "/" + c.id
			if _, ok := r.figures.Get(at + "/sample"); ok {
				t.Rows = append(t.Rows, r.row(c.label, false, at+"/population", at+"/sample", at+"/difference", ""))
			}
		}
	}
	return t
}
