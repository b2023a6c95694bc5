package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// explainFlags are the options of efseval explain.
type explainFlags struct {
	set  string
	lang string
	json bool
}

func newExplain() *cobra.Command {
	var f explainFlags
	cmd := &cobra.Command{
		Use:   "explain [CODE...]",
		Short: "Say the rule of an indicator in words: who is eligible, who counts, by which clause",
		Long: `Say in Polish or English how an indicator is counted: when it is observed, who is eligible
(denominator) and who achieved it (numerator), its parameters, the columns it needs, the clause it
rests on and how that is known, where the count departs from the regulation, the relations that every
table must keep, and worked examples with made-up people.

Without --set every rule set that has the code is searched. Without a code the rule sets and their
codes are listed. The figures that every table has are explained too: participants, grand-total,
leavers, completed.`,
		Example: `  efseval explain
  efseval explain CR04
  efseval explain EECO03 --set esf-plus-2021-2027 --lang pl
  efseval explain CO02 EECO03 --json`,
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.OutOrStdout(), args) },
	}
	cmd.Flags().StringVar(&f.set, "set", "", "the rule set, one of: "+strings.Join(indicators.SetNames(), ", ")+"; all that have the code unless given")
	cmd.Flags().StringVar(&f.lang, "lang", localeLang(), "language of the words, pl or en")
	cmd.Flags().BoolVar(&f.json, "json", false, "print one JSON object ("+explainSchema+") with both languages")
	return cmd
}

func (f *explainFlags) run(w io.Writer, codes []string) error {
	if err := checkLang(f.lang); err != nil {
		return err
	}
	sets, err := f.sets()
	if err != nil {
		return err
	}
	var found []explained
	var unknown []error
	for _, code := range codes {
		of := explainIn(sets, code)
		if len(of) == 0 {
			unknown = append(unknown, usageError{unknownCode(sets, code, evaluate.Lang(f.lang))})
		}
		found = append(found, of...)
	}
	if len(unknown) > 0 {
		return errors.Join(unknown...)
	}
	if err := withExamples(found); err != nil {
		return err
	}
	lang := evaluate.Lang(f.lang)
	switch {
	case f.json:
		return explainJSON(w, sets, found)
	case len(codes) == 0:
		return listSets(w, sets, lang, widthOf(w))
	}
	return explainText(w, found, lang, widthOf(w))
}

// sets are the rule sets that are searched.
func (f *explainFlags) sets() ([]*indicators.Set, error) {
	names := indicators.SetNames()
	if f.set != "" {
		names = []string{f.set}
	}
	var sets []*indicators.Set
	for _, name := range names {
		set, err := indicators.LoadSet(name)
		if err != nil {
			return nil, usageError{err}
		}
		sets = append(sets, set)
	}
	return sets, nil
}

// explained is a figure to explain: an indicator of a set, or one that every table has, where the
// definition is nil and several sets may say the same.
type explained struct {
	code string
	sets []*indicators.Set
	def  *indicators.Definition

	examples []indicators.Example // of the definition
}

// withExamples reads the examples of what is explained.
func withExamples(found []explained) (err error) {
	for i := range found {
		if e := &found[i]; e.def != nil && err == nil {
			e.examples, err = e.sets[0].Examples(e.code)
		}
	}
	return err
}

// explainIn finds a code, in any case of its letters. Of the figures that every table has, sets that say
// the same are told together.
func explainIn(sets []*indicators.Set, code string) (found []explained) {
	for _, set := range sets {
		for i := range set.Definitions {
			if d := &set.Definitions[i]; strings.EqualFold(d.Code, code) {
				found = append(found, explained{code: d.Code, sets: []*indicators.Set{set}, def: d})
			}
		}
		at := slices.IndexFunc(indicators.ReservedCodes(), func(r string) bool { return strings.EqualFold(r, code) })
		if at < 0 {
			continue
		}
		code := indicators.ReservedCodes()[at]
		same := slices.IndexFunc(found, func(e explained) bool { return e.sets[0].SayReserved(code) == set.SayReserved(code) })
		if same >= 0 {
			found[same].sets = append(found[same].sets, set)
			continue
		}
		found = append(found, explained{code: code, sets: []*indicators.Set{set}})
	}
	return found
}

// nearCodes is how many codes an unknown one is answered with.
const nearCodes = 5

// unknownCode names the codes that may have been meant: the nearest one, and those with the word in
// their name.
func unknownCode(sets []*indicators.Set, code string, lang evaluate.Lang) error {
	var codes, named []string
	word := datasets.Fold(code)
	for _, set := range sets {
		codes = append(codes, set.Codes()...)
		for i := range set.Definitions {
			d := &set.Definitions[i]
			if strings.Contains(datasets.Fold(d.Name.PL)+" "+datasets.Fold(d.Name.EN), word) && !slices.Contains(named, d.Code) {
				named = append(named, d.Code)
			}
		}
	}
	where := evaluate.T("żadnym zestawie reguł", "any rule set")
	if len(sets) == 1 {
		where = evaluate.T("zestawie "+sets[0].Name, sets[0].Name)
	}
	text := fmt.Sprintf(evaluate.T("wielkości %q nie ma w %s", "no figure %q in %s").In(lang), code, where.In(lang))
	if near := datasets.Nearest(code, append(codes, indicators.ReservedCodes()...)); near != "" {
		text += fmt.Sprintf(evaluate.T("; czy chodziło o %q?", "; did you mean %q?").In(lang), near)
	}
	if len(named) > 0 && word != "" {
		text += evaluate.T("; nazwy z tym słowem: ", "; names with that word: ").In(lang) + strings.Join(named[:min(len(named), nearCodes)], ", ")
	}
	return errors.New(text + evaluate.T("; wszystkie wypisuje efseval explain", "; efseval explain lists all").In(lang))
}
