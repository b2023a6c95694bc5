package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// placesShown is how many places of a problem a report lists; problems.csv has all.
const placesShown = 10

// dataPart is what was read, what was promised of it, and what was wrong with it.
func dataPart(r *Report) part {
	p := part{id: "data", title: evaluate.T("Dane: pliki, kontrole, uwagi", "Data: files, checks, problems")}
	for _, g := range []*grid{inputsGrid(r), correctionsGrid(r), hashGrid(r), checksGrid(r)} {
		if len(g.rows) > 0 {
			p.pieces = append(p.pieces, piece{grid: g})
		}
	}
	if len(r.Problems) == 0 {
		p.lead = []evaluate.Text{evaluate.T("W danych nie znaleziono niczego do poprawienia.", "Nothing to be corrected was found in the data.")}
		return p
	}
	problems := problemsGrid(r.Problems)
	if problemsFile(r) == "" {
		problems.notes = nil
	}
	p.pieces = append(p.pieces, piece{grid: problems})
	return p
}

func inputsGrid(r *Report) *grid {
	g := &grid{
		id: "inputs", title: evaluate.T("Pliki wejściowe i los ich wierszy", "Input files and what became of their rows"),
		columns: []evaluate.Text{
			evaluate.T("Plik", "File"), evaluate.T("Zawartość", "Contents"), evaluate.T("Wiersze wczytane", "Rows read"),
			evaluate.T("Wiersze policzone", "Rows counted"), evaluate.T("Wiersze odłożone i powód", "Rows set aside and why"), evaluate.T("Jak odczytano", "How it was read"),
		},
	}
	for i := range r.Inputs {
		in := &r.Inputs[i]
		counted, aside := entry{}, entry{}
		if a := in.Accounting; a.Counted > 0 || len(a.Aside) > 0 {
			counted, aside = number(a.Counted), asideEntry(a)
		}
		g.rows = append(g.rows, line{label: evaluate.Same(in.Name), entries: []entry{
			{lines: contents(in)}, number(in.Accounting.Read), counted, aside, words(conclusions(in.Conclusions)),
		}})
	}
	return g
}

func asideEntry(a datasets.Accounting) entry {
	var e entry
	for _, s := range a.Aside {
		n := strconv.Itoa(s.Rows)
		e.lines = append(e.lines, evaluate.T(
			evaluate.Localize(n, evaluate.PL)+": "+s.Record.PL, evaluate.Localize(n, evaluate.EN)+": "+s.Record.EN))
	}
	if len(e.lines) == 0 {
		return number(0)
	}
	return e
}

// contents says what a file is for and whether its people are made up.
func contents(in *Input) []evaluate.Text {
	lines := []evaluate.Text{role(in.Role)}
	if a := in.Accounting; a.Participations > 0 {
		lines = append(lines, evaluate.T(
			fmt.Sprintf("uczestnictw: %d, w tym z więcej niż jednego wiersza: %d", a.Participations, a.Several),
			fmt.Sprintf("participations: %d, of these from more than one row: %d", a.Participations, a.Several)))
	}
	if in.Synthetic {
		lines = append(lines, evaluate.T("dane o osobach zmyślone", "data on persons made up"))
	}
	return lines
}

// role is the use of a file in words: "survey/motivation/pre" is a questionnaire before.
func role(name string) evaluate.Text {
	switch name {
	case "participants":
		return evaluate.T("uczestnicy", "participants")
	case "costs":
		return evaluate.T("koszty", "costs")
	}
	scale, ok := strings.CutPrefix(name, "survey/")
	if !ok {
		return evaluate.Same(name)
	}
	scale, when, _ := strings.Cut(scale, "/")
	moment := map[string]evaluate.Text{"pre": evaluate.T(", przed", ", before"), "post": evaluate.T(", po", ", after")}[when]
	return evaluate.T("ankieta: "+scale+moment.PL, "questionnaire: "+scale+moment.EN)
}

// conclusions says what was found out about a file's format.
func conclusions(c datasets.Conclusions) evaluate.Text {
	var all evaluate.Text
	add := func(given bool, t evaluate.Text) {
		if given {
			all = all.Joined(", ", t)
		}
	}
	separator := strings.ReplaceAll(c.Separator, "\t", "tab")
	add(c.Format != "", evaluate.Same(c.Format))
	add(c.Encoding != "", evaluate.T("kodowanie "+c.Encoding, "encoding "+c.Encoding))
	add(c.Separator != "", evaluate.T("separator „"+separator+"”", "separator “"+separator+"”"))
	add(c.Sheet != "", evaluate.T("arkusz „"+c.Sheet+"”", "sheet “"+c.Sheet+"”"))
	add(c.HeaderRow > 0, evaluate.T(fmt.Sprintf("nagłówek w wierszu %d", c.HeaderRow), fmt.Sprintf("heading in row %d", c.HeaderRow)))
	add(c.Profile != "", evaluate.T("profil "+c.Profile, "profile "+c.Profile))
	for _, line := range HowWritten(c, false) {
		all = all.Joined("; ", line)
	}
	return all
}

// hashGrid is what an auditor needs to know that the same files are at hand.
func hashGrid(r *Report) *grid {
	g := &grid{
		id: "hashes", title: evaluate.T("Odciski plików wejściowych", "Fingerprints of the input files"),
		columns: []evaluate.Text{evaluate.T("Plik", "File"), evaluate.T("Rozmiar w bajtach", "Size in bytes"),
			evaluate.T("SHA-256, skrót", "SHA-256, short"), evaluate.T("SHA-256, całość", "SHA-256, full")},
	}
	add := func(name string, size int64, sum string) {
		short := sum[:min(12, len(sum))]
		g.rows = append(g.rows, line{label: evaluate.Same(name), entries: []entry{
			number(int(size)), {words: evaluate.Same(short), code: true}, {words: evaluate.Same(sum), code: true},
		}})
	}
	for _, in := range r.Inputs {
		add(in.Name, in.Size, in.SHA256)
	}
	if c := r.Corrections; c != nil {
		add(c.Name, c.Size, c.SHA256)
	}
	return g
}

func checksGrid(r *Report) *grid {
	g := &grid{
		id: "checks", title: evaluate.T("Kontrole, które przechodzi każdy przebieg", "Checks that every run has to pass"),
		columns: []evaluate.Text{evaluate.T("Kontrola", "Check"), evaluate.T("Wynik", "Result"), evaluate.T("Liczby", "Numbers"), evaluate.T("Kod", "Code")},
	}
	for _, c := range r.Checks {
		g.rows = append(g.rows, line{label: c.Text, entries: []entry{heldEntry(c.Held), words(c.Detail), {words: evaluate.Same(c.Rule), code: true}}})
	}
	return g
}

// problemsGrid groups problems by rule, in the order in which the rules first occur.
func problemsGrid(problems []datasets.Problem) *grid {
	g := &grid{
		id: "problems", title: evaluate.T("Uwagi do danych według reguły", "Problems of the data by rule"),
		columns: []evaluate.Text{evaluate.T("Reguła", "Rule"), evaluate.T("Waga", "Severity"), evaluate.T("Ile razy", "Times"),
			evaluate.T("Miejsca (do dziesięciu pierwszych)", "Places (the first ten at most)")},
		notes: []evaluate.Text{evaluate.T("Wszystkie miejsca podaje plik problems.csv.", "All places are in the file problems.csv.")},
	}
	groups := groupProblems(problems)
	for _, group := range groups {
		first := group[0]
		places := entry{}
		for i, p := range group[:min(placesShown, len(group))] {
			at := p.Position.String()
			if p.Field != "" {
				at += " (" + p.Field + ")"
			}
			said := evaluate.T(at+": "+p.Message.PL, at+": "+p.Message.EN)
			if i > 0 && p.Message == group[i-1].Message { // said at the place before
				said = evaluate.Same(at)
			}
			places.lines = append(places.lines, said)
		}
		g.rows = append(g.rows, line{label: evaluate.Same(first.Rule), entries: []entry{severityEntry(first.Severity), number(len(group)), places}})
	}
	return g
}

// groupProblems brings problems of one rule and severity together.
func groupProblems(problems []datasets.Problem) [][]datasets.Problem {
	type key struct {
		rule     string
		severity datasets.Severity
	}
	var groups [][]datasets.Problem
	place := map[key]int{}
	for _, p := range problems {
		k := key{p.Rule, p.Severity}
		i, ok := place[k]
		if !ok {
			i = len(groups)
			place[k] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], p)
	}
	return groups
}
