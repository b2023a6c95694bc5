package main

import (
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/batch"
	"github.com/efseval/efseval/evaluate/report"
)

// surveyFlags are the options of efseval survey.
type surveyFlags struct {
	columns surveyColumns
	scale   surveyScale
	beside  surveyBeside

	title    string
	name     string
	lang     string
	json     bool
	csv      bool
	project  bool
	tolerate bool
}

func newSurvey() *cobra.Command {
	var f surveyFlags
	cmd := &cobra.Command{
		Use:   "survey PRE [POST]",
		Short: "Compare a questionnaire before and after, without a project",
		Long: `Score the sheets of a questionnaire, pair them by the code of the person, and tell who is
missing, how far the items belong together and what changed, overall and by sex: with intervals, exact
tests and effect sizes, each with its convention named. Two files are before and after; one file holds
both, in columns of their own (--pre-items and --post-items) or in rows of their own (--wave).

Questions are named by their headers, p1-p10 for a run of them. Which are reversed is never guessed.
--key names a scale that is ready or a key file: range, score and words need then not be said.
A rise without a comparison group is not an effect of a project, and the output says so.

--project prints the project file that the options stand for: efseval run makes reports and charts of it.

Exit codes: 0 done, 1 internal, 2 usage, 3 errors in the data (see --tolerate-faults), data
unreadable or contradictory, 130 interrupted.`,
		Example: `  efseval survey examples/katowice-pal/motywacja-pre-synthetic.csv examples/katowice-pal/motywacja-post-synthetic.csv --id kod_uczestnika --items P1-P10 --reverse P3,P8 --min 1 --max 5
  efseval survey examples/wodzislaw-wilchwy/motywacja-synthetic.parquet --id code --pre-items pre_1-pre_5 --post-items post_1-post_5 --min 1 --max 5 --lang pl
  efseval survey examples/katowice-pal/motywacja-pre-synthetic.csv examples/katowice-pal/motywacja-post-synthetic.csv --id kod_uczestnika --items P1-P10 --reverse P3,P8 --key likert-1-5 --lower-is-better=false --reliability 0.78 --sd 0.53 --reliability-source "test-retest, made up"
  efseval survey examples/katowice-pal/motywacja-pre-synthetic.csv examples/katowice-pal/motywacja-post-synthetic.csv --id kod_uczestnika --items P1-P10 --reverse P3,P8 --min 1 --max 5 --project > project.yaml`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usageError{errors.New("name the sheets from before and those from after: efseval survey pre.csv post.csv --id kod --items p1-p10 --min 1 --max 5")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args) },
	}
	f.columns.bind(cmd.Flags())
	f.scale.bind(cmd.Flags())
	f.beside.bind(cmd.Flags())
	cmd.Flags().StringVar(&f.title, "title", "", "what the questionnaire asks about, as it is to be printed")
	cmd.Flags().StringVar(&f.name, "name", "scale", "name of the scale in the ids of figures: survey/NAME/change/mean")
	cmd.Flags().StringVar(&f.lang, "lang", localeLang(), "language of the text, pl or en")
	cmd.Flags().BoolVar(&f.json, "json", false, "print everything as JSON (efseval/results/1), in both languages")
	cmd.Flags().BoolVar(&f.csv, "csv", false, "print the figures as CSV, in full precision")
	cmd.Flags().BoolVar(&f.project, "project", false, "print the project file that the options stand for, and compute nothing")
	cmd.Flags().BoolVar(&f.tolerate, "tolerate-faults", false, "go on where data hold errors: answers that cannot be read count as missing")
	return cmd
}

func (f *surveyFlags) run(c *cobra.Command, args []string) error {
	text, path, err := f.projectText(args)
	if err != nil {
		return err
	}
	p, err := batch.Parse(text, path)
	if err != nil {
		return asUsage(err)
	}
	if f.project {
		_, err := c.OutOrStdout().Write(text)
		return err
	}
	r, err := batch.Run(c.Context(), p, batch.Options{Version: version, Stdin: c.InOrStdin(), TolerateFaults: f.tolerate})
	if err != nil {
		return ofOptions(err)
	}
	tellProblems(c.ErrOrStderr(), r.Problems, evaluate.Lang(f.lang))
	if r.Figures, err = ofSurveys(r.Figures); err != nil {
		return err
	}
	return f.write(c.OutOrStdout(), r)
}

// ofSurveys are the figures of questionnaires: of participants and money nothing was asked.
func ofSurveys(all *evaluate.Figures) (*evaluate.Figures, error) {
	var out evaluate.Figures
	for _, f := range all.All() {
		if strings.HasPrefix(f.ID, "survey/") {
			if err := out.Add(f); err != nil {
				return nil, err
			}
		}
	}
	return &out, nil
}

func (f *surveyFlags) write(w io.Writer, r *report.Report) error {
	switch {
	case f.json:
		return report.WriteJSON(w, r)
	case f.csv:
		return report.WriteFiguresCSV(w, r)
	}
	r.Sections = slices.DeleteFunc(r.Sections, func(s report.Section) bool { return s.ID != "change" })
	return report.WriteText(w, r, evaluate.Lang(f.lang), widthOf(w), "change")
}

// projectText is the project file that the options stand for, and where it would stand: in the folder of
// the sheets, to which their names are relative.
func (f *surveyFlags) projectText(args []string) (text []byte, path string, err error) {
	if err := f.check(args); err != nil {
		return nil, "", err
	}
	pre, post, err := f.columns.waves(args)
	if err != nil {
		return nil, "", err
	}
	dir := dirOf(args[0])
	pre["file"], post["file"] = relativeTo(dir, args[0]), relativeTo(dir, args[len(args)-1])
	text, err = f.yaml(dir, f.columns.together(args), pre, post)
	return text, dir + "project.yaml", err
}

func (f *surveyFlags) check(args []string) error {
	if err := checkLang(f.lang); err != nil {
		return err
	}
	switch {
	case f.json && f.csv, f.project && (f.json || f.csv):
		return usageError{errors.New("--json, --csv and --project exclude each other; name one")}
	case fromStdin(args) > 1, fromStdin(args) == 1 && len(args) == 1:
		return usageError{errors.New("standard input can be read once, and both waves are wanted from it; name a file")}
	}
	return errors.Join(f.scale.check(), f.beside.check())
}

// ofOptions is an error of the sheets with the advice in words of the options.
func ofOptions(err error) error {
	u, is := errors.AsType[*datasets.Unreadable](err)
	if !is {
		return err
	}
	turned := *u
	if strings.Contains(u.Next, "under columns: in the project file") {
		turned.Next = "name the headers as the file has them: --id, --sex, --date, --wave, --items"
	}
	turned.Next = strings.NewReplacer("check the name in the project file", "check the name", "say encoding:", "say --encoding", "say sheet:", "say --pre-sheet and --post-sheet:").Replace(turned.Next)
	return &turned
}

// asUsage says a fault of the project file as one of the options: the file is not there to be looked at.
func asUsage(err error) error {
	if fault, is := errors.AsType[*batch.Fault](err); is {
		return usageError{optionFault{fault}}
	}
	return err
}

// optionFault is a fault of the project file that options stand for, without its place there.
type optionFault struct{ fault *batch.Fault }

func (o optionFault) Error() string { return o.In(evaluate.EN) }

// In is the error in a language.
func (o optionFault) In(l evaluate.Lang) string {
	bare := batch.Fault{Message: o.fault.Message, Polish: o.fault.Polish}
	return strings.TrimPrefix(bare.In(l), ": ") + evaluate.T("; --project pokazuje plik projektu, który odpowiada tym opcjom",
		"; --project shows the project file that the options stand for").In(l)
}
