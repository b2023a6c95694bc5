package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// initFlags are the options of efseval init.
type initFlags struct {
	rules string
	lang  string
	copy  bool
	json  bool
}

func newInit() *cobra.Command {
	var f initFlags
	cmd := &cobra.Command{
		Use:   "init DIR [FILE...]",
		Short: "Write a project that runs at once, from the columns of the files it is given",
		Long: `Look at each file (CSV, XLSX or Parquet) and write DIR/project.yaml: the export of participants with its
ready profile, or one drafted into DIR/profile.yaml where none fits, the ledger of costs, and the questionnaires with their
questions, before and after in files, sheets, rows or columns of their own. What was guessed is said in
comments, with the alternatives; targets and published numbers stand there as examples to fill in. Which
questions are reversed and which scores are better is never guessed.

The files stay where they are and are named relative to DIR; --copy copies them into it. Where the first
name is that of a file, DIR is the working folder. Without files a complete made-up sample is written.
No file is ever overwritten.

What was concluded from each column goes to standard output. No value of a cell is printed.
Exit codes: 0 done (a warning says where the data have errors that a run refuses), 1 internal, 2 usage,
3 a file that cannot be read or recognised (nothing is written then), 130 interrupted.`,
		Example: `  efseval init demo
  efseval init my-project examples/katowice-pal/uczestnicy-sm-efs-synthetic.csv examples/katowice-pal/koszty-synthetic.csv
  efseval init ankiety examples/katowice-pal/motywacja-pre-synthetic.csv examples/katowice-pal/motywacja-post-synthetic.csv --lang pl
  efseval init kopia examples/dabrowa-integra/uczestnicy-pefs2007-synthetic.xlsx --copy --rules po-kl-2007-2013`,
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args) },
	}
	cmd.Flags().StringVar(&f.rules, "rules", "", "rule set: "+strings.Join(indicators.SetNames(), ", ")+"; guessed from the system of the export and its dates unless given")
	cmd.Flags().StringVar(&f.lang, "lang", localeLang(), "language of the comments and of what is printed, pl or en")
	cmd.Flags().BoolVar(&f.json, "json", false, "print one JSON object ("+initSchema+") instead of words")
	cmd.Flags().BoolVar(&f.copy, "copy", false, "copy the files into DIR instead of naming them where they are")
	return cmd
}

func (f *initFlags) run(c *cobra.Command, args []string) error {
	dir, paths, err := f.arguments(args)
	if err != nil {
		return err
	}
	place := newInitPlace(dir)
	if err := place.free(f.lang); err != nil {
		return err
	}
	next := "run"
	if len(paths) == 0 {
		err = f.sample(c, place)
	} else {
		next, err = f.fromFiles(c, place, paths)
	}
	if err != nil {
		return errors.Join(err, place.undo())
	}
	if f.json {
		return nil // the object says it
	}
	fmt.Fprintf(c.ErrOrStderr(), evaluate.T("Dalej: efseval %s %s", "Next: efseval %s %s").In(evaluate.Lang(f.lang))+"\n", next, shellWord(dir))
	return nil
}

// arguments are the folder and the files. A first name that is a file leaves out the folder.
func (f *initFlags) arguments(args []string) (dir string, paths []string, err error) {
	if err := checkLang(f.lang); err != nil {
		return "", nil, err
	}
	if f.rules != "" {
		if _, err := indicators.LoadSet(f.rules); err != nil {
			return "", nil, usageError{fmt.Errorf("--rules: %w", err)}
		}
	}
	if len(args) == 0 {
		return "", nil, usageError{inWords(f.lang, "podaj folder nowego projektu i pliki, które ma czytać: efseval init moj-projekt uczestnicy.csv koszty.xlsx; bez plików powstaje przykład: efseval init demo",
			"name the folder of the new project and the files that it is to read: efseval init my-project people.csv costs.xlsx; without files a sample is written: efseval init demo")}
	}
	if slices.Contains(args, files.StandardInput) {
		return "", nil, usageError{inWords(f.lang, "standardowego wejścia nie da się nazwać w projekcie, który ma działać znowu; zapisz je do pliku", "standard input cannot be named in a project that is to run again; save it to a file")}
	}
	info, err := os.Stat(args[0])
	switch {
	case err == nil && !info.IsDir():
		return ".", args, nil
	case err != nil && isDataFile(args[0]):
		return "", nil, usageError{inWords(f.lang, args[0]+": nie ma takiego pliku; sprawdź nazwę (folder projektu stoi przed plikami)", args[0]+": there is no such file; check the name (the folder of the project stands before the files)")}
	}
	return filepath.Clean(args[0]), args[1:], nil
}

// isDataFile tells whether a name is rather that of an export than of a folder.
func isDataFile(name string) bool {
	return slices.Contains([]string{".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls", ".parquet", ".pq", ".gz"}, strings.ToLower(filepath.Ext(name)))
}

// shellWord is a name of a file as a shell takes it for one word and a command for no option.
func shellWord(name string) string {
	if strings.HasPrefix(name, "-") {
		name = "./" + name
	}
	if strings.ContainsAny(name, " '\"$&;()<>|*?!`\\") {
		return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	}
	return name
}
