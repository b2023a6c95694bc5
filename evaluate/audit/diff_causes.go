package audit

import (
	"fmt"
	"slices"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// CauseKind is what differs between two runs.
type CauseKind string

// What can differ between two runs.
const (
	CauseProject     CauseKind = "project"      // they are of projects of different ids
	CauseInput       CauseKind = "input"        // a file of data
	CauseFile        CauseKind = "file"         // another file of the project, as the key of a scale
	CauseCorrections CauseKind = "corrections"  // entries of the ledger
	CauseRules       CauseKind = "rules"        // the rule set, or its version
	CauseParameter   CauseKind = "parameter"    // of the rule set, that a project file changed
	CauseSetting     CauseKind = "setting"      // what a run was told
	CauseProjectFile CauseKind = "project-file" // its bytes
	CauseEmbedded    CauseKind = "embedded"     // a data file within the program
	CauseSeed        CauseKind = "seed"         // of random draws
	CauseProgram     CauseKind = "program"      // its version, revision or dependencies
	CauseByHand      CauseKind = "by-hand"      // an output is no longer what the run wrote
)

// Cause is one thing that differs between two runs. Old and New say how it was in each; empty where that run
// had none of it.
type Cause struct {
	Kind        CauseKind
	Name        string        // of the file or the parameter
	Roles       []string      // of the inputs that it is about
	What        evaluate.Text // it is, in words
	Old, New    evaluate.Text
	OldRows     int           // read from an input
	NewRows     int           // read from an input
	Note        evaluate.Text // what more can be said
	Gone, Added []Correction  // entries of the ledger that one run alone applied
	Changed     []string      // places of the project file whose values differ, where both are at hand
	Rows        []RowChange   // of an input, that are gone, new or say something else, where rows were compared; without roles
	everything  bool          // it can touch every figure
	otherBytes  bool          // an input that both runs have and whose bytes are others
}

// Compared gives the cause of an input the rows of it that are not the same in both runs. They say more than the
// numbers of rows.
func (c *Cause) Compared(rows []RowChange) {
	c.Rows = rows
	switch {
	case !c.otherBytes:
	case len(rows) > 0:
		c.Note = evaluate.Text{}
	default:
		c.Note = evaluate.T("te same wiersze: inna jest ich kolejność, zapis albo komórki, których nic nie czyta", "the same rows: their order, their spelling or cells that nothing reads are others")
	}
}

// causes lists what differs, in a fixed order.
func causes(old, new Side) []Cause {
	c := &causesOf{old: old.Manifest, new: new.Manifest, was: old.Results, is: new.Results}
	c.inputs()
	c.files()
	c.corrections()
	c.rules()
	c.settings()
	c.projectFile()
	c.embedded()
	c.seeds()
	c.program()
	c.byHand(old, new)
	return c.list
}

// causesOf gathers the causes.
type causesOf struct {
	old, new *Manifest
	was, is  *report.Report
	list     []Cause
}

// differ files a cause where two texts differ.
func (c *causesOf) differ(cause Cause) {
	if cause.Old != cause.New {
		c.list = append(c.list, cause)
	}
}

// projectFile is the id and the bytes of the project file.
func (c *causesOf) projectFile() {
	c.differ(Cause{Kind: CauseProject, What: evaluate.T("projekt", "project"), Old: evaluate.Same(c.old.Project), New: evaluate.Same(c.new.Project), everything: true})
	if c.old.FileSHA256 != c.new.FileSHA256 {
		c.differ(Cause{Kind: CauseProjectFile, Name: c.new.File, What: evaluate.T("plik projektu", "project file"),
			Old: named(c.old.File, c.old.FileSHA256), New: named(c.new.File, c.new.FileSHA256), everything: true})
	}
}

// named is a file with the beginning of its sum.
func named(name, sum string) evaluate.Text {
	return evaluate.Same(fmt.Sprintf("%s (SHA-256 %.12s…)", name, sum))
}

// rules is the rule set. A file of another sum under the same version is told too.
func (c *causesOf) rules() {
	say := func(m *Manifest) evaluate.Text {
		text := fmt.Sprintf("%s v%d", m.RuleSet, m.RuleVersion)
		if c.old.RuleSHA256 != "" && c.new.RuleSHA256 != "" && c.old.RuleSHA256 != c.new.RuleSHA256 {
			text += fmt.Sprintf(" (SHA-256 %.12s…)", m.RuleSHA256)
		}
		return evaluate.Same(text)
	}
	c.differ(Cause{Kind: CauseRules, Name: c.new.RuleSet, Roles: []string{roleParticipants}, What: evaluate.T("zestaw reguł", "rule set"), Old: say(c.old), New: say(c.new)})
}

// embedded are the other data files within the program.
func (c *causesOf) embedded() {
	if c.old.Options == nil || c.new.Options == nil {
		return // schema 1 does not say
	}
	sums := func(m *Manifest) map[string]string {
		out := map[string]string{}
		for _, f := range m.Embedded {
			out[f.Name] = f.SHA256
		}
		return out
	}
	was, is := sums(c.old), sums(c.new)
	for _, name := range bothKeys(was, is) {
		if was[name] != is[name] && name != ruleFile(c.old.RuleSet) && name != ruleFile(c.new.RuleSet) {
			c.differ(Cause{Kind: CauseEmbedded, Name: name, Roles: c.rolesOf(name), What: evaluate.T("plik danych programu", "data file of the program"),
				Old: ifNamed(name, was[name]), New: ifNamed(name, is[name])})
		}
	}
}

func ifNamed(name, sum string) evaluate.Text {
	if sum == "" {
		return evaluate.Text{}
	}
	return named(name, sum)
}

// seeds are those of random draws.
func (c *causesOf) seeds() {
	if c.old.Options == nil || c.new.Options == nil {
		return
	}
	say := func(m *Manifest) map[string]string {
		out := map[string]string{}
		for _, s := range m.Seeds {
			out[s.For] = fmt.Sprintf("%s %d, %d", s.Generator, s.Seed, s.Draws)
		}
		return out
	}
	was, is := say(c.old), say(c.new)
	for _, name := range bothKeys(was, is) {
		if was[name] != "" && is[name] != "" { // else the questionnaire itself is new or gone
			c.differ(Cause{Kind: CauseSeed, Name: name, Roles: []string{name}, What: evaluate.T("ziarno losowań", "seed of the draws"), Old: evaluate.Same(was[name]), New: evaluate.Same(is[name])})
		}
	}
}

// program is its version and, where both runs know them, its revision and dependencies.
func (c *causesOf) program() {
	was, is := c.old.Program, c.new.Program
	if a, b := c.old.Build, c.new.Build; a != nil && b != nil {
		if a.Revision != b.Revision || a.Modified != b.Modified {
			was, is = was+" "+revision(a), is+" "+revision(b)
		}
		if a.Go != b.Go {
			was, is = was+" "+a.Go, is+" "+b.Go
		}
		for _, pair := range otherModules(a.Dependencies, b.Dependencies) {
			was, is = was+" "+pair[0], is+" "+pair[1]
		}
	}
	c.differ(Cause{Kind: CauseProgram, What: evaluate.T("program", "program"), Old: evaluate.Same(was), New: evaluate.Same(is), everything: true})
}

func revision(b *report.Build) string {
	out := b.Revision
	if out == "" {
		out = unknown
	}
	if b.Modified {
		out += "+modified"
	}
	return out
}

// otherModules are the dependencies that are not the same, as path@version.
func otherModules(was, is []report.Module) (out [][2]string) {
	of := func(list []report.Module) map[string]string {
		m := map[string]string{}
		for _, d := range list {
			m[d.Path] = d.Version + " " + d.Sum
		}
		return m
	}
	a, b := of(was), of(is)
	for _, path := range bothKeys(a, b) {
		if a[path] != b[path] {
			out = append(out, [2]string{moduleText(path, a[path]), moduleText(path, b[path])})
		}
	}
	return out
}

func moduleText(path, version string) string {
	if version == "" {
		return ""
	}
	var v, sum string
	fmt.Sscan(version, &v, &sum)
	return path + "@" + v
}

// byHand are outputs that were changed since.
func (c *causesOf) byHand(old, new Side) {
	for i, side := range []Side{old, new} {
		for _, text := range side.Changed {
			cause := Cause{Kind: CauseByHand, What: evaluate.T("zmieniono po przebiegu", "changed since the run"), everything: true}
			if i == 0 {
				cause.Old = text
			} else {
				cause.New = text
			}
			c.list = append(c.list, cause)
		}
	}
}

// bothKeys are the keys of two maps in order.
func bothKeys[V any](a, b map[string]V) (keys []string) {
	for k := range a {
		keys = append(keys, k)
	}
	for k := range b {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
