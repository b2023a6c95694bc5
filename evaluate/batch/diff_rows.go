package batch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/audit"
)

// compareRows carries both runs out again and says of each figure that is not the same what became of the rows
// behind it.
func compareRows(ctx context.Context, d *audit.ProjectDiff, was, is *Finished, o DiffOptions) error {
	old, err := was.replay(ctx, o.OldData, o)
	if err != nil {
		return err
	}
	new, err := is.replay(ctx, o.NewData, o)
	if err != nil {
		return err
	}
	c := &rowDiff{old: old, new: new, numbers: map[string]int{}}
	c.oldTo, c.newTo = match(old.rows, new.rows)
	for i := range d.Causes {
		if d.Causes[i].Kind == audit.CauseInput {
			d.Causes[i].Compared(c.inFile(d.Causes[i].Name))
		}
	}
	for i := range d.Figures {
		if d.Figures[i].Rows, err = c.below(d.Figures[i].ID, map[string]bool{}); err != nil {
			return err
		}
	}
	places, err := changedPlaces(old.tracer.tracer.run.project, new.tracer.tracer.run.project)
	if err != nil {
		return err
	}
	for i := range d.Causes {
		if d.Causes[i].Kind == audit.CauseProjectFile {
			d.Causes[i].Changed = places
		}
	}
	d.Rows, d.KeyPrint = true, o.Persons.KeyPrint()
	return nil
}

// replayed is a run carried out again, with every row that it read.
type replayed struct {
	tracer *Tracer
	rows   []noted
}

func (d *Finished) replay(ctx context.Context, folder string, o DiffOptions) (*replayed, error) {
	opts := Options{Version: o.Version, Persons: o.Persons}
	if m := d.Manifest.Options; m != nil {
		opts.MarginDays = m.MarginDays
	}
	t, err := d.again(ctx, d.folderIn(folder), opts)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", d.Folder, err)
	}
	rows, err := t.tracer.everyRow()
	return &replayed{t, rows}, err
}

// folderIn is the folder of the project file of the run: the one that is named, or of many projects the one in it.
func (d *Finished) folderIn(folder string) string {
	if _, err := os.Stat(filepath.Join(folder, d.Manifest.Project, d.Manifest.File)); err == nil {
		return filepath.Join(folder, d.Manifest.Project)
	}
	found, err := Find([]string{folder})
	if err != nil {
		return folder
	}
	for _, path := range found {
		if _, sum, err := fingerprint(path); err == nil && sum == d.Manifest.FileSHA256 {
			return filepath.Dir(path)
		}
	}
	return folder
}

// rowDiff compares the rows behind the figures of two runs.
type rowDiff struct {
	old, new     *replayed
	oldTo, newTo map[datasets.Position]counterpart
	numbers      map[string]int
}

// counterpart is the row of the other run that a row is.
type counterpart struct {
	at   datasets.Position // the zero Position: there is none
	same bool              // it says the same
	of   string            // whose the row is
}

// below lists what became of the rows behind a figure; where they are the same, of those behind the figures that it
// rests on, as the pairs whose spread sets a threshold.
func (c *rowDiff) below(id string, seen map[string]bool) ([]audit.RowChange, error) {
	seen[id] = true
	out, err := c.changes(id)
	if err != nil || len(out) > 0 {
		return out, err
	}
	parts, err := c.parts(id)
	for _, part := range parts {
		if seen[part] || err != nil {
			continue
		}
		var more []audit.RowChange
		more, err = c.below(part, seen)
		for _, r := range more {
			if !slices.ContainsFunc(out, func(o audit.RowChange) bool { return o.Old == r.Old && o.New == r.New }) {
				out = append(out, r)
			}
		}
	}
	return out, err
}

// parts are the figures that one rests on in either run.
func (c *rowDiff) parts(id string) (parts []string, err error) {
	for _, t := range []*tracer{c.old.tracer.tracer, c.new.tracer.tracer} {
		f, has := t.run.figures.Get(id)
		if !has {
			continue
		}
		o, err := t.originOf(&f)
		if err != nil {
			return nil, err
		}
		for _, part := range o.parts {
			if !slices.Contains(parts, part) {
				parts = append(parts, part)
			}
		}
	}
	slices.Sort(parts) // the same in both directions
	return parts, nil
}

// changes lists the rows behind a figure that are not the same in both runs, in the order of the new data.
func (c *rowDiff) changes(id string) ([]audit.RowChange, error) {
	was, before, err := behind(c.old.tracer, id)
	if err != nil {
		return nil, err
	}
	is, now, err := behind(c.new.tracer, id)
	if err != nil {
		return nil, err
	}
	var out []audit.RowChange
	for _, at := range before {
		to := c.oldTo[at]
		if _, still := is[to.at]; to.at.File != "" && still {
			continue
		}
		how := audit.RowGone
		if to.at.File != "" {
			how = audit.RowDropped
		}
		out = append(out, audit.RowChange{How: how, Old: at, New: to.at, Person: c.person(to.of), OldRoles: was[at]})
	}
	for _, at := range now {
		if change, differs := c.standing(at, was, is[at]); differs {
			out = append(out, change)
		}
	}
	return out, nil
}

// standing compares a row that is behind the figure now with the one that it was.
func (c *rowDiff) standing(at datasets.Position, was map[datasets.Position][]audit.Role, roles []audit.Role) (audit.RowChange, bool) {
	from := c.newTo[at]
	before, had := was[from.at]
	out := audit.RowChange{Old: from.at, New: at, OldRoles: before, NewRoles: roles}
	switch {
	case from.at.File == "":
		out.How = audit.RowAdded
	case !had:
		out.How = audit.RowCounted
	case !from.same:
		out.How = audit.RowChanged
	case !slices.Equal(before, roles):
		out.How = audit.RowRole
	default:
		return out, false
	}
	out.Person = c.person(from.of) // those who are told are numbered, and nobody else
	return out, true
}

// person names whose a row is: by pseudonym, or by a number of this comparison.
func (c *rowDiff) person(id string) string {
	if id == "" {
		return ""
	}
	if p := c.new.tracer.tracer.persons; p != nil {
		return p.Pseudonym(c.new.tracer.tracer.run.project.ID, []byte(id))
	}
	if _, known := c.numbers[id]; !known {
		c.numbers[id] = len(c.numbers) + 1
	}
	return strconv.Itoa(c.numbers[id])
}

// behind are the rows behind a figure with what they are to it, and in which order they came; none of one that the
// run does not have.
func behind(t *Tracer, id string) (map[datasets.Position][]audit.Role, []datasets.Position, error) {
	if _, has := t.Figures().Get(id); !has {
		return nil, nil, nil
	}
	rows, err := t.Rows(id)
	if err != nil {
		return nil, nil, err
	}
	roles := map[datasets.Position][]audit.Role{}
	var order []datasets.Position
	for _, r := range rows {
		if _, seen := roles[r.At]; !seen {
			order, roles[r.At] = append(order, r.At), nil
		}
		for _, role := range r.Roles {
			if !slices.Contains(roles[r.At], role) {
				roles[r.At] = append(roles[r.At], role)
			}
		}
	}
	return roles, order, nil
}
