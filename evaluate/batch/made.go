package batch

import (
	"cmp"
	"errors"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/cost"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/evaluate/scale"
	"github.com/efseval/efseval/indicators"
)

// made tells how the report came about, for the manifest.
func (r *run) made() (report.Made, error) {
	out := report.Made{Build: r.options.Build, Seeds: r.seeds(), Linked: r.linked(),
		Options: report.RunOptions{TolerateFaults: r.options.TolerateFaults, MarginDays: r.options.MarginDays,
			KeyPrint: r.options.keyPrint(), Generated: r.options.Generated, Outputs: r.options.Outputs.Selected()}}
	var err, read error
	out.Embedded, err = r.embedded()
	out.Files, read = r.project.keyFiles()
	return out, errors.Join(err, read)
}

// seeds are those of the bootstrap of each questionnaire, see [measured.options].
func (r *run) seeds() (out []report.Seed) {
	for _, m := range r.surveys {
		out = append(out, report.Seed{For: "survey/" + m.survey.Name, Generator: "PCG", Seed: seed, Draws: resamples})
	}
	return out
}

// linked are the questionnaires that are split or weighed by what the export of participants tells.
func (r *run) linked() (out []string) {
	for _, s := range r.project.Surveys {
		if len(s.By)+len(s.Covariates) > 0 {
			out = append(out, "survey/"+s.Name)
		}
	}
	return out
}

// embedded lists the data files within the program that this run went by, by name.
func (r *run) embedded() ([]report.File, error) {
	list := &fileList{}
	list.add("indicators/definitions/"+r.project.Rules+".yaml", func() ([]byte, error) { return indicators.SetText(r.project.Rules) })
	if e := r.project.Efficiency; e != nil {
		list.add("indicators/definitions/"+e.Rules+".yaml", func() ([]byte, error) { return indicators.SetText(e.Rules) })
	}
	list.add("datasets/schemas/participants.yaml", schemaText("participants")) // the language of rule sets
	if r.project.Participants != nil {
		list.add("datasets/check/rules.yaml", func() ([]byte, error) { return check.RulesText(), nil })
		list.add("datasets/check/sources.yaml", func() ([]byte, error) { return check.SourcesText(), nil })
	}
	for schema, names := range r.project.profileNames() {
		list.add("datasets/schemas/"+schema+".yaml", schemaText(schema))
		for _, name := range names {
			list.add("datasets/profiles/"+name+".yaml", func() ([]byte, error) { return profiles.Text(name) })
		}
	}
	for _, s := range r.project.Surveys {
		if name := s.Scale.Key; slices.Contains(scale.Keys(), name) {
			list.add("evaluate/scale/keys/"+name+".yaml", func() ([]byte, error) { return scale.Text(name) })
		}
	}
	if k := r.project.Cost; k != nil && k.PriceYear != 0 {
		for _, name := range cost.RateFiles() {
			list.add("evaluate/cost/"+name, func() ([]byte, error) { return cost.RateText(name) })
		}
	}
	return list.sorted()
}

func schemaText(name string) func() ([]byte, error) {
	return func() ([]byte, error) { return datasets.SchemaText(name) }
}

// profileNames are the ready profiles of the inputs, by schema; a schema whose profiles are all files has none.
func (p *Project) profileNames() map[string][]string {
	out := map[string][]string{}
	use := func(schema string, in Input) {
		out[schema] = append(out[schema], readyProfile(in.Profile, schema)...)
	}
	if p.Participants != nil {
		use("participants", p.Participants.Input)
	}
	if p.Cost != nil && p.Cost.Ledger != nil {
		use("costs", *p.Cost.Ledger)
	}
	for _, s := range p.Surveys {
		use("answers", s.Pre.Input)
		use("answers", s.Post.Input)
		for _, l := range s.Later {
			use("answers", l.Input)
		}
	}
	return out
}

// readyProfile is the name of a profile that comes along; none for a file.
func readyProfile(name, schema string) []string {
	if name = profileName(name, schema); profiles.IsFile(name) {
		return nil
	}
	return []string{name}
}

// keyFiles are the files of the project that the keys of its questionnaires are in.
func (p *Project) keyFiles() ([]report.File, error) {
	list := &fileList{}
	for _, s := range p.Surveys {
		if name := s.Scale.Key; name != "" && !slices.Contains(scale.Keys(), name) {
			list.addRole("survey/"+s.Name+"/key", name, func() ([]byte, error) { return p.keyText(name) })
		}
	}
	return list.sorted()
}

// fileList gathers files with their sums, each once a role.
type fileList struct {
	files []report.File
	errs  []error
}

func (l *fileList) add(name string, text func() ([]byte, error)) { l.addRole("", name, text) }

func (l *fileList) addRole(role, name string, text func() ([]byte, error)) {
	if slices.ContainsFunc(l.files, func(f report.File) bool { return f.Name == name && f.Role == role }) {
		return
	}
	content, err := text()
	sum := audit.SumOf(content)
	l.files, l.errs = append(l.files, report.File{Role: role, Name: name, Size: sum.Size, SHA256: sum.SHA256}), append(l.errs, err)
}

func (l *fileList) sorted() ([]report.File, error) {
	slices.SortFunc(l.files, func(a, b report.File) int { return cmp.Or(cmp.Compare(a.Role, b.Role), cmp.Compare(a.Name, b.Name)) })
	return l.files, errors.Join(l.errs...)
}
