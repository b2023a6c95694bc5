package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// langVariable is the environment variable that sets the language of efseval alone.
const langVariable = "EFSEVAL_LANG"

// localeLang is the language of EFSEVAL_LANG, else that the terminal is set to.
func localeLang() string {
	if v := os.Getenv(langVariable); v != "" {
		return v // checkLang refuses another language
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			if strings.HasPrefix(v, "pl") {
				return "pl"
			}
			return "en"
		}
	}
	return "en"
}

// checkLang refuses a language that nothing is said in.
func checkLang(name string) error {
	if name == "pl" || name == "en" {
		return nil
	}
	what := "--lang"
	if name == os.Getenv(langVariable) {
		what = langVariable
	}
	return usageError{fmt.Errorf("%s is %q; want pl or en", what, name)}
}

// langOf is the language of a command line; English where it named none that there is.
func langOf(c *cobra.Command) evaluate.Lang {
	if flag := c.Flag("lang"); flag != nil && flag.Value.String() == string(evaluate.PL) {
		return evaluate.PL
	}
	return evaluate.EN
}

// inWords is an error in the words of a language.
func inWords(lang, pl, en string) error {
	return errors.New(evaluate.T(pl, en).In(evaluate.Lang(lang)))
}

// said is a text of the data in a language.
func said(label datasets.Label, l evaluate.Lang) string { return evaluate.T(label.PL, label.EN).In(l) }

// byLanguage is a text as JSON has it: by language, pl and en.
func byLanguage(label datasets.Label) map[string]string {
	return map[string]string{"pl": label.PL, "en": label.EN}
}

// printJSON prints a value for programs, indented and with < and & as they are.
func printJSON(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(value)
}
