package batch

import (
	"context"
	"fmt"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
)

// Trace follows a figure of a finished run back to its rows. It carries the project out again from data, the
// folder of the project file (empty: where it is found), under Options whose Persons, with a key of
// the user, give the pseudonyms.
//
// An unknown figure is a [Fault] that names the nearest. The error is [audit.Differs] where the project
// file, an input or an output that is still there is not what the run read or wrote, and where the figure comes out
// other than the run has it.
func Trace(ctx context.Context, folder, figure, data string, o Options) (*audit.Trace, error) {
	d, err := OpenFinished(folder)
	if err != nil {
		return nil, err
	}
	was, ok := d.Results.Figures.Get(figure)
	if !ok {
		near := nearestFigure(figure, d.Results.Figures)
		return nil, &Fault{File: folder, Message: fmt.Sprintf("the run has no figure %s%s; figures.csv lists all", figure, near.EN),
			Polish: fmt.Sprintf("przebieg nie ma wielkości %s%s; wszystkie wymienia figures.csv", figure, near.PL)}
	}
	t, err := d.again(ctx, data, o)
	if err != nil {
		return nil, err
	}
	found := d.changed // outputs: what the figure comes out as is worth the telling
	if is, ok := t.Figures().Get(figure); !ok || !audit.SameFigure(was, is) {
		found = append(found, figureDiffers(was, is, d.Manifest.Program))
	}
	if err := audit.Differing(found); err != nil {
		return nil, err
	}
	return t.Trace(figure)
}

// nearestFigure asks whether the nearest figure is meant; empty where none is near.
func nearestFigure(id string, figures *evaluate.Figures) evaluate.Text {
	if near := datasets.Nearest(id, figures.IDs()); near != "" {
		return evaluate.T("; czy chodziło o "+near+"?", "; did you mean "+near+"?")
	}
	return evaluate.Text{}
}

func figureDiffers(was, is evaluate.Figure, program string) evaluate.Text {
	if is.ID == "" {
		is.Status = evaluate.NotAvailable
	}
	return evaluate.T(
		fmt.Sprintf("%s: przebieg (wersja %s) podaje %s, teraz wychodzi %s", was.ID, program, exactly(was, evaluate.PL), exactly(is, evaluate.PL)),
		fmt.Sprintf("%s: the run (version %s) has %s, and it now comes out as %s", was.ID, program, exactly(was, evaluate.EN), exactly(is, evaluate.EN)))
}

// exactly is a figure for people, and for machines where that says more.
func exactly(f evaluate.Figure, l evaluate.Lang) string {
	out := f.Text(l)
	if f.Status == evaluate.Known {
		out += " (" + f.Value.String() + ")"
	}
	return out
}
