package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/batch"
)

// fromFiles writes a project for files, and tells what was concluded from them and what a run will refuse. next is
// the subcommand to go on with.
func (f *initFlags) fromFiles(c *cobra.Command, place *initPlace, paths []string) (next string, err error) {
	plan, err := newInitPlan(c.Context(), place.dir, paths, f)
	if err != nil {
		return "", err
	}
	if err := f.nameFiles(place, plan, paths); err != nil {
		return "", err
	}
	for _, r := range plan.tables {
		if name := plan.drafts[r]; name != "" {
			if err := place.write(name, r.Drafted); err != nil {
				return "", err
			}
		}
	}
	found, err := plan.tryOut(c.Context(), place)
	if err != nil {
		return "", err
	}
	if err := writeProject(place, plan.text(), plan.lang); err != nil {
		return "", err
	}
	if f.json {
		return "", plan.writeJSON(c.OutOrStdout(), place, found)
	}
	plan.tell(c.OutOrStdout(), place)
	return plan.warn(c.ErrOrStderr(), place, found), nil
}

// writeProject writes the schema that editors read, and then the project file.
func writeProject(place *initPlace, text []byte, lang evaluate.Lang) error {
	schema, err := projectSchema(lang)
	if err != nil {
		return err
	}
	if err := place.write(schemaName, schema); err != nil {
		return err
	}
	return place.write(projectName, text)
}

// nameFiles names the files as the project file does: relative to it, or as copies in its folder.
func (f *initFlags) nameFiles(place *initPlace, plan *initPlan, paths []string) error {
	for _, path := range paths {
		if _, twice := plan.names[path]; twice {
			return usageError{inWords(f.lang, path+" podano dwa razy; podaj każdy plik raz", path+" is named twice; name each file once")}
		}
		name := relativeTo(place.dir, path)
		if f.copy {
			if err := place.folders(place.dir); err != nil {
				return err
			}
			var err error
			if name, err = place.copy(path); err != nil {
				return err
			}
		}
		if filepath.IsAbs(filepath.FromSlash(name)) {
			return usageError{inWords(f.lang, path+" leży na innym dysku niż folder projektu; użyj --copy", path+" is on another drive than the folder of the project; use --copy")}
		}
		plan.names[path] = name
	}
	return place.folders(place.dir)
}

// tryOut carries the project out without writing anything: what it would refuse is told, and questions that run
// against the others become hints.
func (p *initPlan) tryOut(ctx context.Context, place *initPlace) (*batch.Examination, error) {
	project, err := batch.Parse(p.text(), place.path(projectName))
	if err != nil {
		return nil, fmt.Errorf("the drafted project does not load: %w", err)
	}
	found, err := batch.Examine(ctx, project, batch.Options{Version: version})
	if err != nil || len(p.surveys) == 0 || len(found.Refusals) > 0 {
		return found, err
	}
	r, err := batch.Run(ctx, project, batch.Options{Version: version, TolerateFaults: true})
	if err != nil {
		return found, ctx.Err() // a run says it better, and the project is written for it
	}
	for _, figure := range r.Figures.All() {
		p.takeHint(figure)
	}
	return found, nil
}

// takeHint notes a question that runs against the others, in whichever wave, in the order of the questionnaire.
func (p *initPlan) takeHint(f evaluate.Figure) {
	for _, w := range f.Warnings {
		if w.Code != "scale.maybe-unreversed" {
			continue
		}
		parts := strings.Split(f.ID, "/") // survey/NAME/item/N/item-rest/WAVE
		for i := range p.surveys {
			s := &p.surveys[i]
			n, err := strconv.Atoi(parts[3])
			if s.id != parts[1] || err != nil || n > len(s.Waves[0].Items) {
				continue
			}
			if header := s.Waves[0].Items[n-1]; !slices.Contains(p.hints[s.id], header) {
				p.hints[s.id] = append(p.hints[s.id], header)
				slices.SortFunc(p.hints[s.id], func(a, b string) int {
					return cmp.Compare(slices.Index(s.Waves[0].Items, a), slices.Index(s.Waves[0].Items, b))
				})
			}
		}
	}
}

// warn tells what a run of the project refuses or doubts, by rule, and which subcommand is the next: a check where
// a run would refuse.
func (p *initPlan) warn(w io.Writer, place *initPlace, found *batch.Examination) (next string) {
	kinds := kindsOf(found.Problems)
	for _, k := range kinds.ordered() {
		if k.severity == datasets.Error {
			k.writeText(w, p.lang)
		}
	}
	for _, refused := range found.Refusals {
		fmt.Fprintln(w, datasets.VisibleLines(inTongue(refused, p.lang)))
	}
	if warnings := kinds.total(datasets.Warning); warnings > 0 {
		fmt.Fprintf(w, p.say("Ostrzeżenia o danych: %d; pokaże je efseval check %s\n", "Warnings about the data: %d; efseval check %s shows them\n"), warnings, shellWord(place.dir))
	}
	n := refuses(kinds, found)
	if n == 0 {
		return "run"
	}
	fmt.Fprintf(w, p.say("Dane mają błędy (%d): efseval run odmówi (kod 3), dopóki ich nie poprawisz albo nie dodasz --tolerate-faults.\n",
		"The data have errors (%d): efseval run will refuse (exit code 3) until they are corrected, or with --tolerate-faults.\n"), n)
	return "check"
}

// refuses is for how many errors a run would refuse the data.
func refuses(kinds kindTable, found *batch.Examination) int {
	return max(kinds.total(datasets.Error), len(found.Refusals))
}
