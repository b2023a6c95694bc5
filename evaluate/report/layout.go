package report

import (
	"fmt"
	"slices"

	"github.com/efseval/efseval/evaluate"
)

// part is a section of the printed document, ready for every writer: its tables hold figures
// instead of their IDs, and footnotes are numbered.
type part struct {
	id     string
	title  evaluate.Text
	lead   []evaluate.Text
	pieces []piece
	notes  []evaluate.Text
	file   string // beside the report, with all places; empty: none
}

// piece is a chart, a table or a chart followed by its table.
type piece struct {
	chart *Chart
	grid  *grid
}

// layout is the document in its order: the sections of the report, each of the known ones
// completed by what the run keeps apart from them (claims, inputs, checks, problems, methods),
// and after them those that the report has no section for. An unknown figure, a row with too
// many or too few cells and a name taken twice are errors.
func layout(r *Report) ([]part, error) {
	if err := r.needFigures(); err != nil {
		return nil, err
	}
	parts := make([]part, 0, len(r.Sections)+4)
	for i := range r.Sections {
		p, err := sectionPart(r, &r.Sections[i])
		if err != nil {
			return nil, err
		}
		parts = append(parts, p)
	}
	parts = withAppendices(r, parts)
	return parts, checkNames(parts)
}

func sectionPart(r *Report, s *Section) (part, error) {
	p := part{id: s.ID, title: s.Title, lead: s.Lead, notes: s.Notes}
	for _, b := range s.Blocks {
		one := piece{chart: b.Chart}
		if b.Table != nil {
			g, err := tableGrid(r.Figures, b.Table)
			if err != nil {
				return part{}, fmt.Errorf("report: section %s: %w", s.ID, err)
			}
			one.grid = g
		}
		p.pieces = append(p.pieces, one)
	}
	return p, nil
}

// withAppendices adds to the parts what a run says of itself.
func withAppendices(r *Report, parts []part) []part {
	for _, extra := range []part{projectPart(r), claimsPart(r), rulesPart(r), dataPart(r), methodsPart(r)} {
		at := slices.IndexFunc(parts, func(p part) bool { return p.id == extra.id })
		switch {
		case at >= 0:
			parts[at].lead = append(append([]evaluate.Text{}, parts[at].lead...), extra.lead...)
			parts[at].pieces = append(parts[at].pieces, extra.pieces...)
		case (extra.id == "project" || extra.id == "data-checks") && len(extra.pieces)+len(extra.lead) == 0:
		case extra.id == "project":
			after := 0 // what the programme says of itself comes first, but for a summary
			if len(parts) > 0 && parts[0].id == "summary" {
				after = 1
			}
			parts = append(parts[:after:after], append([]part{extra}, parts[after:]...)...)
		default:
			parts = append(parts, extra)
		}
	}
	return parts
}

// checkNames makes sure that anchors, sheets and files have names of their own.
func checkNames(parts []part) error {
	taken := map[string]string{"main": "page", "made-up": "page", "glance": "page", "contents": "page"}
	for _, n := range namesOf(parts) {
		if n.id == "" {
			return fmt.Errorf("report: a %s has no id", n.of)
		}
		if first, ok := taken[n.id]; ok {
			return fmt.Errorf("report: the id %q of a %s is taken by a %s", n.id, n.of, first)
		}
		taken[n.id] = n.of
	}
	return nil
}

// name is an id and what it is of.
type name struct{ id, of string }

// namesOf lists the ids of sections, tables and charts in their order.
func namesOf(parts []part) (all []name) {
	for _, p := range parts {
		all = append(all, name{p.id, "section"})
		for _, one := range p.pieces {
			if one.grid != nil {
				all = append(all, name{"table-" + one.grid.id, "table"})
			}
			if one.chart != nil {
				all = append(all, name{"chart-" + one.chart.Name, "chart"})
			}
		}
	}
	return all
}
