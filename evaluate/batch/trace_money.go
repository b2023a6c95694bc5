package batch

import (
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
)

// money is the origin of a cost: lines of the project file and of the ledger, and the figures that it
// is divided by.
func (t *tracer) money(f *evaluate.Figure) (*origin, error) {
	name, ok := strings.CutPrefix(f.ID, "cost/")
	if !ok || t.run.project.Cost == nil {
		return nil, nil
	}
	switch name {
	case "total":
		return t.amount(t.run.project.Cost.Total, "$.cost.total"), nil
	case "eu":
		return t.amount(t.run.project.Cost.EU, "$.cost.eu"), nil
	case "rest":
		return &origin{parts: []string{"cost/total", "cost/eu"}}, nil
	case "eu-share", "rest-share":
		return &origin{parts: []string{"cost/" + strings.TrimSuffix(name, "-share"), "cost/total"}}, nil
	case "per-month":
		return &origin{parts: []string{"cost/total"}, stated: []string{"$.period"}}, nil
	}
	if task, ok := strings.CutPrefix(name, "task/"); ok {
		return t.task(task), nil
	}
	return t.unitCost(f.ID, name), nil
}

// amount is a sum of money: as the project file states it, and every line of the ledger, which is the
// sum itself or must agree with it.
func (t *tracer) amount(stated, path string) *origin {
	o := &origin{}
	if stated != "" {
		o.stated = []string{path}
	}
	t.ledgerLines(func(at datasets.Position, _ string) {
		o.rows = append(o.rows, found{at: at, roles: []audit.Role{audit.LedgerLine}})
	})
	return o
}

// task is the cost of a task: its lines of the ledger, and for its share the others.
func (t *tracer) task(name string) *origin {
	name, share := strings.CutSuffix(name, "/share")
	if t.run.ledger == nil {
		return nil
	}
	i := slices.Index(t.run.taskIDs(), "cost/task/"+name)
	if i < 0 {
		return nil
	}
	o := &origin{}
	t.ledgerLines(func(at datasets.Position, task string) {
		var roles []audit.Role
		if task == t.run.ledger.Tasks[i].Name {
			roles = append(roles, map[bool]audit.Role{false: audit.LedgerLine, true: audit.Numerator}[share])
		}
		if share {
			roles = append(roles, audit.Denominator)
		}
		if len(roles) > 0 {
			o.rows = append(o.rows, found{at: at, roles: roles})
		}
	})
	return o
}

// ledgerLines goes through the lines of the ledger that counts, with their tasks.
func (t *tracer) ledgerLines(do func(at datasets.Position, task string)) {
	for _, b := range t.trail.ledger {
		tasks := b.ColumnOf("task")
		for row := range b.Rows() {
			do(t.named(b.Position(row, -1), t.run.project.Cost.Ledger.File), strings.TrimSpace(string(tasks.Text(row))))
		}
	}
}

// unitCost is an amount for each of those that a figure counts, in other prices or not. Every unit cost
// is noted to rest on the total; that of a part rests on the part.
func (t *tracer) unitCost(id, name string) *origin {
	o := &origin{parts: slices.Clone(t.trail.rests[id])}
	part := ""
	switch {
	case strings.HasPrefix(name, "eu-per"), name == "eur/eu":
		part = "cost/eu"
	case strings.HasPrefix(name, "rest-per"):
		part = "cost/rest"
	}
	if i := slices.Index(o.parts, "cost/total"); i >= 0 && part != "" {
		o.parts[i] = part
	}
	if strings.HasSuffix(name, "-month") {
		o.stated = []string{"$.period"}
	}
	if strings.HasPrefix(name, "prices-") || strings.HasPrefix(name, "eur/") {
		o.stated = append(o.stated, "$.cost.price_year")
	}
	return o
}
