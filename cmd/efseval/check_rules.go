package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate"
)

// rulesSchema names the shape of the JSON of efseval check --rules --json.
const rulesSchema = "efseval/rules/1"

// allRules are the rules of the checks and those that reading and merging follow.
func allRules() ([]check.Rule, error) {
	checks, err := check.Rules()
	if err != nil {
		return nil, err
	}
	reading, err := check.ReadingRules()
	return slices.Concat(reading, checks), err
}

// listRules prints every rule: as a list for people, or as one JSON object.
func (f *checkFlags) listRules(w io.Writer) error {
	rules, err := allRules()
	if err != nil {
		return err
	}
	if f.json {
		return rulesJSON(w, rules, f.margin)
	}
	var out strings.Builder
	for _, r := range rules {
		words, l := r.Words(f.margin), evaluate.Lang(f.lang)
		source, err := r.SaySource()
		if err != nil {
			return err
		}
		fmt.Fprintf(&out, "%-12s %s\n", severityWord(r.Severity).In(l), r.Code)
		fmt.Fprintf(&out, "%13s%s\n", "", said(words, l))
		fmt.Fprintf(&out, "%13s%s: %s\n", "", evaluate.T("źródło", "source").In(l), said(source, l))
	}
	_, err = io.WriteString(w, out.String())
	return err
}

// listedRule is a rule for programs.
type listedRule struct {
	Rule     string            `json:"rule"`
	Severity string            `json:"severity"`
	Text     map[string]string `json:"text"` // by language, pl and en
	Source   string            `json:"source"`
}

func rulesJSON(w io.Writer, rules []check.Rule, margin int) error {
	out := struct {
		Schema  string       `json:"schema"`
		Version string       `json:"version"`
		Rules   []listedRule `json:"rules"`
	}{Schema: rulesSchema, Version: version}
	for _, r := range rules {
		out.Rules = append(out.Rules, listedRule{r.Code, string(r.Severity), byLanguage(r.Words(margin)), r.Source})
	}
	return printJSON(w, out)
}

// ruleSaid is the text and source of a rule by its code; nothing for one that is not listed.
func ruleSaid(code string, margin int) (text map[string]string, source string) {
	rules, err := allRules()
	i := slices.IndexFunc(rules, func(r check.Rule) bool { return r.Code == code })
	if err != nil || i < 0 {
		return byLanguage(datasets.Label{}), ""
	}
	return byLanguage(rules[i].Words(margin)), rules[i].Source
}
