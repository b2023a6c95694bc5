package audit

import (
	"slices"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// inputs compares every file that the run read with what was read now.
func (v *verifying) inputs() {
	now := filesOf(v.again)
	v.out.Inputs = append(v.out.Inputs, sameSum(v.manifest.File, v.manifest.FileSHA256, v.again.Project.FileSHA256))
	for _, was := range v.manifest.Inputs {
		i := slices.IndexFunc(now, func(is Output) bool { return is.Name == was.Name })
		if i < 0 {
			v.out.Inputs = append(v.out.Inputs, Verdict{Name: was.Name, Answer: IsDifferent, Was: was.SHA256,
				Why: evaluate.T("manifest podaje to wejście, a projekt go nie czyta", "the manifest names this input, and the project does not read it")})
			continue
		}
		v.out.Inputs = append(v.out.Inputs, sameSum(was.Name, was.SHA256, now[i].SHA256))
	}
	for _, is := range now {
		if !slices.ContainsFunc(v.manifest.Inputs, func(was Output) bool { return was.Name == is.Name }) {
			v.out.Inputs = append(v.out.Inputs, Verdict{Name: is.Name, Answer: IsDifferent, Is: is.SHA256,
				Why: evaluate.T("nie było wejściem przebiegu, a teraz jest", "was not an input of the run and now is one")})
		}
	}
}

func sameSum(name, was, is string) Verdict {
	if was == is {
		return Verdict{Name: name, Answer: Match}
	}
	return Verdict{Name: name, Answer: IsDifferent, Was: was, Is: is,
		Why: evaluate.T("zmienił się od przebiegu", "has changed since the run")}
}

// filesOf lists every file of a report once, as [Manifest.Inputs] does.
func filesOf(r *report.Report) (all []Output) {
	add := func(name, sum string) {
		if name != "" && !slices.ContainsFunc(all, func(o Output) bool { return o.Name == name }) {
			all = append(all, Output{Name: name, SHA256: sum})
		}
	}
	for _, in := range r.Inputs {
		add(in.Name, in.SHA256)
		add(in.ProfileFile, in.ProfileSHA256)
	}
	for _, f := range r.Made.Files {
		add(f.Name, f.SHA256)
	}
	if c := r.Corrections; c != nil {
		add(c.Name, c.SHA256)
	}
	return all
}
