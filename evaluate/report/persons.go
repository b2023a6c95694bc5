package report

import (
	"fmt"
	"strconv"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// Persons says how the participations of a project can be linked with those of others.
type Persons struct {
	Linked   int    // participations under a PESEL
	KeyPrint string // tells the user's key from others; empty: a random key of the run
}

// Unique is how many persons stand behind the participations of all projects of a run.
type Unique struct {
	Projects       int // with an export of participants
	Without        int // projects without one
	Participations int
	Linked         int // of them under a PESEL
	Persons        int // persons among those linked
	Unlinked       int // projects that have participations without a PESEL
	Partial        bool
	MadeUp         bool             // some of the participations
	Several        []ProjectProblem // persons in several projects, at the first row in each
	KeyPrint       string
}

// ProjectProblem is a problem of the data of a project.
type ProjectProblem struct {
	Project string
	Problem datasets.Problem
}

// Figures are the participations of the run, those that can be linked, the persons among them, and
// the persons in all: the last is known only where every participation can be linked.
func (u *Unique) Figures() []evaluate.Figure {
	sum := evaluate.NewFigure("batch/participations", evaluate.T("uczestnictwa (suma)", "participations (sum)"), evaluate.Count(u.Participations), evaluate.Persons)
	linked := evaluate.NewFigure("batch/participations/linked", evaluate.T("z nich z numerem PESEL", "of these under a PESEL"), evaluate.Count(u.Linked), evaluate.Persons)
	among := evaluate.NewFigure("batch/persons/linked", evaluate.T("osoby wśród uczestnictw z numerem PESEL", "persons among participations under a PESEL"), evaluate.Count(u.Persons), evaluate.Persons)
	all := evaluate.NewFigure("batch/persons", evaluate.T("osoby bez powtórzeń", "unique persons"), evaluate.Count(u.Persons), evaluate.Persons)
	if u.Partial {
		why := evaluate.T("uczestnictw jest więcej, niż da się porównać w jednym przebiegu", "there are more participations than can be compared in one run")
		among, all = among.Because(why), all.Because(why)
	}
	if why := u.missing(); !why.Empty() {
		all = all.Because(why)
	}
	figures := []evaluate.Figure{sum, linked, among, all}
	for i := range figures {
		figures[i].MadeUp = u.MadeUp && figures[i].Status == evaluate.Known
	}
	return figures
}

// missing says why the persons cannot be told apart; empty where they can.
func (u *Unique) missing() evaluate.Text {
	var why evaluate.Text
	if n := u.Participations - u.Linked; n > 0 {
		why = evaluate.T(
			fmt.Sprintf("uczestnictwa bez numeru PESEL: %s (projekty: %d); identyfikator techniczny jest ważny tylko w swoim projekcie i nie da się go porównać z innymi", evaluate.Localize(strconv.Itoa(n), evaluate.PL), u.Unlinked),
			fmt.Sprintf("participations without a PESEL: %s (projects: %d); a technical identifier holds in its own project only and cannot be compared with others", evaluate.Localize(strconv.Itoa(n), evaluate.EN), u.Unlinked))
	}
	if u.Without > 0 {
		why = why.Joined("; ", evaluate.T("projekty bez eksportu uczestników: "+strconv.Itoa(u.Without), "projects without an export of participants: "+strconv.Itoa(u.Without)))
	}
	return why
}

// KeyText says whether persons can be linked with those of another run: by a key of the user, told by its print, or
// not, where the key was random for the run and has none.
func KeyText(keyPrint string) evaluate.Text {
	if keyPrint == "" {
		return evaluate.T("losowy na czas przebiegu: osób nie da się połączyć między przebiegami", "random for this run: persons cannot be linked across runs")
	}
	return evaluate.T("klucz użytkownika, odcisk "+keyPrint, "key of the user, print "+keyPrint)
}

// uniqueGrid is the table of the overview.
func uniqueGrid(u *Unique) *grid {
	g := &grid{
		id: "persons", title: evaluate.T("Uczestnictwa i osoby", "Participations and persons"),
		columns: []evaluate.Text{evaluate.T("Wielkość", "Quantity"), evaluate.T("Liczba", "Number")},
		notes: []evaluate.Text{evaluate.T(
			"Ta sama osoba w dwóch projektach to dwa uczestnictwa. Osoby rozróżnia pseudonim HMAC-SHA-256; klucz: ",
			"The same person in two projects is two participations. Persons are told apart by an HMAC-SHA-256 pseudonym; key: ").Joined("", KeyText(u.KeyPrint))},
	}
	for _, f := range u.Figures() {
		e := entry{figure: &f}
		g.mark(&e)
		g.rows = append(g.rows, line{label: f.Label, entries: []entry{e}})
	}
	return g
}

// severalShown is how many places of persons in several projects the overview lists.
const severalShown = 20

// severalGrid lists where persons in several projects stand; without any it has no rows.
func severalGrid(u *Unique) *grid {
	g := &grid{
		id: "several", title: evaluate.T("Osoby w kilku projektach: pierwszy wiersz w każdym z nich", "Persons in several projects: the first row in each"),
		columns: []evaluate.Text{evaluate.T("Projekt", "Project"), evaluate.T("Miejsce", "Place")},
	}
	for _, p := range u.Several[:min(severalShown, len(u.Several))] {
		g.rows = append(g.rows, line{label: evaluate.Same(p.Project), entries: []entry{words(evaluate.Same(p.Problem.Position.String()))}})
	}
	if more := len(u.Several) - severalShown; more > 0 {
		g.notes = append(g.notes, evaluate.T(fmt.Sprintf("… i jeszcze %d; wszystkie podaje efseval check.", more), fmt.Sprintf("… and %d more; efseval check lists all.", more)))
	}
	return g
}
