package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// projectPart is what the programme says of itself and what is not counted here.
func projectPart(r *Report) part {
	p := part{id: "project", title: evaluate.T("Co program mówi o sobie", "What the programme says of itself")}
	if len(r.Project.Facts) == 0 {
		return p
	}
	g := &grid{
		id: "facts", title: evaluate.T("Treść programu, która nie jest tu liczona", "Content of the programme that is not counted here"),
		columns: []evaluate.Text{evaluate.T("Element", "Item"), evaluate.T("Treść", "Content")},
	}
	for _, f := range r.Project.Facts {
		g.rows = append(g.rows, line{label: f.Label, entries: []entry{words(f.Value)}})
	}
	p.pieces = []piece{{grid: g}}
	return p
}

// claimsPart answers each published number.
func claimsPart(r *Report) part {
	p := part{id: "claims", title: evaluate.T("Liczby podane i obliczone", "Stated and computed numbers")}
	if len(r.Claims) == 0 {
		p.lead = []evaluate.Text{evaluate.T("Plik projektu nie podaje ogłoszonych liczb do sprawdzenia.", "The project file names no published numbers to be checked.")}
		return p
	}
	g := &grid{
		id: "claims", title: evaluate.T("Czy obliczenie daje to, co ogłoszono i co z tego wyliczono", "Whether the computation gives what was published and what was derived from it"),
		columns: []evaluate.Text{
			evaluate.T("Liczba", "Number"), evaluate.T("Rodzaj", "Kind"), evaluate.T("Podano", "Stated"), evaluate.T("Obliczono", "Computed"),
			evaluate.T("Wynik", "Verdict"), evaluate.T("Źródło", "Source"),
		},
		notes: []evaluate.Text{evaluate.T(
			"„Odtworzono” znaczy: wartość obliczona, zaokrąglona raz i w górę od połowy do tylu miejsc, ile ma liczba ogłoszona, jest jej równa.",
			"“Reproduced” means: the computed value, rounded once and half-up to as many decimals as the published number has, equals it.")},
	}
	for i := range r.Claims {
		g.rows = append(g.rows, claimLine(r, g, &r.Claims[i]))
	}
	p.pieces = []piece{{grid: g}}
	return p
}

func claimLine(r *Report, g *grid, c *Claim) line {
	published := words(evaluate.T("nie ogłoszono", "not published"))
	if c.Published.Present() {
		f := evaluate.NewFigure("", c.Label, c.Published, c.Unit)
		published = entry{figure: &f}
	}
	verdict := verdictEntry(c.Verdict)
	g.note(&verdict, c.Reason)
	return line{label: c.Label, entries: []entry{words(c.Kind.words()), published, claimComputed(r, g, c), verdict, words(evaluate.Same(c.Source))}}
}

// claimComputed is the figure of the report where the claim was answered from it as it stands,
// with its marks; otherwise the value that the claim was answered with.
func claimComputed(r *Report, g *grid, c *Claim) entry {
	f, ok := r.Figures.Get(c.Figure)
	if !ok || !f.Value.Equal(c.Computed) || f.Unit != c.Unit {
		f = evaluate.NewFigure(c.Figure, c.Label, c.Computed, c.Unit)
		if !c.Computed.Present() {
			f = evaluate.Unavailable(c.Figure, c.Label, c.Unit, evaluate.Text{})
		}
	}
	e := entry{figure: &f}
	g.mark(&e)
	return e
}

// methodsPart lists each method once, with its sources and the figures that came by it.
func methodsPart(r *Report) part {
	p := part{id: "methods", title: evaluate.T("Metody i źródła", "Methods and sources")}
	g := &grid{
		id: "methods", title: evaluate.T("Jak obliczono liczby tego raportu", "How the numbers of this report were computed"),
		columns: []evaluate.Text{evaluate.T("Metoda", "Method"), evaluate.T("Źródło reguły", "Source of the rule"), evaluate.T("Liczby (identyfikatory)", "Figures (identifiers)")},
	}
	type key struct {
		method evaluate.Text
		source string
	}
	place := map[key]int{}
	for _, f := range r.Figures.All() {
		k := key{f.Method, f.Source}
		if k.method.Empty() && k.source == "" {
			continue
		}
		i, ok := place[k]
		if !ok {
			i = len(g.rows)
			place[k] = i
			g.rows = append(g.rows, methodLine(k.method, k.source))
		}
		if e, id := &g.rows[i].entries[1], ofEveryItem(f.ID); !slices.Contains(e.ids, id) {
			e.ids = append(e.ids, id)
		}
	}
	if len(g.rows) > 0 {
		p.pieces = []piece{{grid: g}}
	}
	return p
}

// ofEveryItem is an id with a star for the number of a question: what is done to one is done to all.
func ofEveryItem(id string) string {
	parts := strings.Split(id, "/")
	for i := 1; i < len(parts); i++ {
		if _, err := strconv.Atoi(parts[i]); err == nil && parts[i-1] == "item" {
			parts[i] = "*"
		}
	}
	return strings.Join(parts, "/")
}

func methodLine(method evaluate.Text, source string) line {
	if method.Empty() {
		method = evaluate.T("wprost ze źródła", "straight from the source")
	}
	return line{label: method, entries: []entry{words(evaluate.Same(source)), {}}}
}
