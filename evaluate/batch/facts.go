package batch

import "github.com/efseval/efseval/evaluate"

// statedFacts names the numbers that the programme states of itself and that are not counted
// here: microprojects, playgrounds, courses.
func (r *run) statedFacts() error {
	for _, f := range r.project.Facts {
		if f.Number == nil {
			continue
		}
		id := "programme/" + f.ID
		method := evaluate.T("podane przez program, nie liczone", "stated by the programme, not counted")
		if err := r.add(evaluate.NewFigure(id, f.Label, evaluate.Count(*f.Number), evaluate.Units).By(method)); err != nil {
			return err
		}
		if f.Of == nil {
			continue
		}
		share := evaluate.NewFigure(id+"/share", evaluate.T(f.Label.PL+": odsetek", f.Label.EN+": share"), evaluate.Ratio(int64(*f.Number), int64(*f.Of)), evaluate.Share).
			WithShare(evaluate.Count(*f.Number), evaluate.Count(*f.Of)).By(method)
		if err := r.add(share); err != nil {
			return err
		}
	}
	return nil
}
