package main

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/scale"
	"github.com/efseval/efseval/indicators"
)

//go:embed help.pl.yaml
var polishHelp []byte

// helpWords are the words of a command in Polish. {sets} and the like stand for lists of the program.
type helpWords struct {
	Short string            `yaml:"short"`
	Long  string            `yaml:"long"`
	Flags map[string]string `yaml:"flags"`
}

// readPolishHelp reads the words by the path of the command. Those of options that mean the same in every
// command stand under "*".
func readPolishHelp() (map[string]helpWords, error) {
	words := map[string]helpWords{}
	if err := yaml.UnmarshalWithOptions(polishHelp, &words, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("help.pl.yaml: %w", err)
	}
	return words, nil
}

// translate puts the words of a language into the commands; English stands in them already.
func translate(root *cobra.Command, l evaluate.Lang) error {
	if l != evaluate.PL {
		return nil
	}
	words, err := readPolishHelp()
	if err != nil {
		return err
	}
	lists := strings.NewReplacer("{sets}", strings.Join(indicators.SetNames(), ", "), "{profiles}", strings.Join(profiles.Names(), ", "),
		"{dialects}", strings.Join(dialectNames(), ", "), "{keys}", strings.Join(scale.Keys(), ", "),
		"{outputs}", strings.Join(outputNames(), ", "))
	inPolish(root, words, lists)
	return nil
}

func inPolish(c *cobra.Command, words map[string]helpWords, lists *strings.Replacer) {
	c.InitDefaultHelpFlag()
	own := words[c.CommandPath()]
	if own.Short != "" {
		c.Short = lists.Replace(own.Short)
	}
	if own.Long != "" {
		c.Long = strings.TrimRight(lists.Replace(own.Long), "\n")
	}
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if said := polishFlag(words, c.CommandPath(), f.Name); said != "" {
			f.Usage = lists.Replace(said)
		}
	})
	for _, sub := range c.Commands() {
		inPolish(sub, words, lists)
	}
}

// useInPolish puts the words for what is to be typed into the line that says how a command is called.
var useInPolish = strings.NewReplacer("[flags]", "[opcje]", "COMMAND", "POLECENIE", "PATH", "ŚCIEŻKA", "FILE", "PLIK", "TABLE", "TABELA", "CODE", "KOD",
	"DIR", "FOLDER", "NAME", "NAZWA", "GROUP", "GRUPA", "SHELL", "POWŁOKA", "FIGURE", "WIELKOŚĆ", "OUT", "WYNIKI", "PRE", "PRZED", "POST", "PO")

// kindOfFlag is the kind of a value in a line of the table of options, with the blanks up to what the option means.
var kindOfFlag = regexp.MustCompile(`(?m)^( +(?:-\w, )? *--[\w-]+) (stringArray|strings|string|int|float|duration)( +)`)

// kindsInPolish are no longer than the English words, so that the columns stand.
var kindsInPolish = map[string]string{"stringArray": "tekst", "strings": "lista", "string": "tekst", "int": "n", "float": "x", "duration": "czas"}

// flagTable lists options, what each takes and means and what it is unless given; a width of 0 does not wrap.
func flagTable(flags *pflag.FlagSet, width int, l evaluate.Lang) string {
	text := flags.FlagUsagesWrapped(width)
	if l != evaluate.PL {
		return text
	}
	text = kindOfFlag.ReplaceAllStringFunc(text, func(found string) string {
		m := kindOfFlag.FindStringSubmatch(found)
		kind := kindsInPolish[m[2]]
		return m[1] + " " + kind + strings.Repeat(" ", len(m[2])-len(kind)) + m[3]
	})
	return strings.ReplaceAll(text, "(default ", "(domyślnie ")
}

// polishFlag is what an option of a command means, in Polish; empty where nothing is said.
func polishFlag(words map[string]helpWords, path, flag string) string {
	if said := words[path].Flags[flag]; said != "" {
		return said
	}
	return words["*"].Flags[flag]
}
