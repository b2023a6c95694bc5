package batch

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// targetsSection reads the targets as an auditor does: what part of each was not reached, and how the
// split by sex compares. It is empty where nothing was planned.
func (r *run) targetsSection() (report.Section, error) {
	s := report.Section{ID: "targets-audit", Title: evaluate.T("Cele: odczyt dla kontroli", "Targets: a reading for auditors")}
	if len(r.attained) == 0 {
		return s, nil
	}
	s.Lead = []evaluate.Text{evaluate.T(
		"Reguła proporcjonalności: wydatki mogą zostać uznane za niekwalifikowalne w proporcji do nieosiągniętych celów. O korekcie i jej wysokości decyduje instytucja według umowy; tu podaje się tylko części nieosiągnięte. Pewność tej reguły: z wiedzy, średnia do wysokiej – sprawdź ją w umowie.",
		"Rule of proportionality: expenditure may be declared ineligible in proportion to targets not reached. Whether and how much is for the authority to decide under the contract; only the parts not reached are given here. How sure this rule is: from knowledge, medium to high – check it in the contract.")}
	s.Blocks = append(s.Blocks, block(nil, r.proportionalityTable()))
	if t := r.splitTable(); len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, block(nil, t))
	}
	return s, nil
}

func (r *run) proportionalityTable() *report.Table {
	t := &report.Table{ID: "targets-proportionality", Title: evaluate.T("Cele według reguły proporcjonalności", "Targets by the rule of proportionality"),
		Columns: []evaluate.Text{evaluate.T("cel", "target"), evaluate.T("osiągnięto / cel", "achieved / target"), evaluate.T("część nieosiągnięta", "part not reached")}}
	stake := r.project.Targets.AtStake
	if stake != nil {
		t.Columns = append(t.Columns, evaluate.T("kwota w tej proporcji", "amount in that proportion"))
	}
	t.Columns = append(t.Columns, evaluate.T("wynik", "verdict"))
	if stake == nil {
		t.Notes = append(t.Notes, evaluate.T("Plik projektu nie mówi, jakie wydatki zależą od celów, więc nie wylicza się żadnej kwoty.",
			"The project file does not say what expenditure depends on the targets, so no amount is worked out."))
	}
	for _, a := range r.attained {
		f, _ := r.figures.Get(a.figure)
		row := report.Row{Label: evaluate.T(strings.TrimSuffix(f.Label.PL, ": osiągnięto / cel"), strings.TrimSuffix(f.Label.EN, ": achieved / target")), Cells: []report.Cell{r.figureCell(a.figure), r.figureCell(a.figure + "/unmet")}}
		if stake != nil {
			row.Cells = append(row.Cells, r.figureCell(a.figure+"/at-stake"))
		}
		row.Cells = append(row.Cells, r.verdictCell(a.figure))
		t.Rows = append(t.Rows, row)
	}
	return t
}

// splitTable sets the shares of women side by side.
func (r *run) splitTable() *report.Table {
	t := &report.Table{ID: "targets-split", Title: evaluate.T("Kobiety i mężczyźni: podział osiągnięty a podział w celach", "Women and men: the split achieved and the split targeted"),
		Columns: []evaluate.Text{evaluate.T("cel", "target"), evaluate.T("odsetek kobiet w celach", "share of women in the targets"),
			evaluate.T("osiągnięty odsetek kobiet", "share of women achieved"), evaluate.T("p dokładne (dwumianowe)", "exact p (binomial)")},
		Notes: []evaluate.Text{evaluate.T("Opis, nie ocena: p mówi, jak często losowy nabór z odsetkiem z celów dałby podział co najmniej tak odległy. Uczestników nie losowano.",
			"A description, not a verdict: p says how often random recruitment at the targeted share would give a split at least as far off. Participants were not drawn at random.")}}
	add := func(id string, label evaluate.Text, code string) {
		path := "target/" + id + "/women-share"
		if _, ok := r.figures.Get(path); ok {
			row := r.row(label, false, path+"/planned", path, path+"/p-binomial")
			row.Code = code
			t.Rows = append(t.Rows, row)
		}
	}
	add("participants", evaluate.T("uczestnicy", "participants"), "")
	for _, code := range sortedKeys(r.project.Targets.Indicators) {
		add(code, text(r.set.Definition(code).Name), code)
	}
	return t
}
