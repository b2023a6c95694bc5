package audit

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// corrections are the entries of the ledger that one run alone applied, whatever line they stand on.
func (c *causesOf) corrections() {
	gone, added := onlyIn(c.old.Corrections, c.new.Corrections), onlyIn(c.new.Corrections, c.old.Corrections)
	cause := Cause{Kind: CauseCorrections, Name: ledgerName(c.new.Corrections, c.old.Corrections), Roles: []string{roleParticipants},
		What: evaluate.T("sprostowania", "corrections"), Old: ledgerText(c.old.Corrections), New: ledgerText(c.new.Corrections), Gone: gone, Added: added}
	if len(gone)+len(added) == 0 {
		if ledgerSum(c.old.Corrections) == ledgerSum(c.new.Corrections) {
			return
		}
		cause.Note = evaluate.T("rejestr, który nie zmienia żadnej komórki", "a ledger that changes no cell")
		if c.old.Corrections != nil && c.new.Corrections != nil {
			cause.Note = evaluate.T("te same komórki; różnią się powody, osoby, daty albo wartości, których manifest nie podaje",
				"the same cells; reasons, persons, dates or values that the manifest does not tell are others")
		}
	}
	c.list = append(c.list, cause)
}

func ledgerSum(l *Ledger) string {
	if l == nil {
		return ""
	}
	return l.SHA256
}

func ledgerName(ledgers ...*Ledger) string {
	for _, l := range ledgers {
		if l != nil {
			return l.Name
		}
	}
	return ""
}

func ledgerText(l *Ledger) evaluate.Text {
	if l == nil {
		return evaluate.Text{}
	}
	return evaluate.T(fmt.Sprintf("%s: wpisy %d, zmienione komórki %d", l.Name, l.Entries, l.Cells), fmt.Sprintf("%s: entries %d, cells changed %d", l.Name, l.Entries, l.Cells))
}

// onlyIn are the corrections of a ledger that another has not. The same cell with another value is another
// correction; one with another reason is the same.
func onlyIn(l, other *Ledger) (out []Correction) {
	if l == nil {
		return nil
	}
	for _, e := range l.Made {
		if other == nil || !slices.ContainsFunc(other.Made, func(o Correction) bool { return sameCorrection(e, o) }) {
			out = append(out, e)
		}
	}
	return out
}

func sameCorrection(a, b Correction) bool {
	return samePlace(a, b) && sameText(a.Old, b.Old) && sameText(a.New, b.New)
}

func samePlace(a, b Correction) bool {
	return a.File == b.File && a.Sheet == b.Sheet && a.Row == b.Row && a.Column == b.Column && a.Field == b.Field
}

func sameText(a, b *string) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

// settings are the parameters that a project changed and all that a run was told, in both languages as
// results.json has them.
func (c *causesOf) settings() {
	was, is := overridesOf(c.was), overridesOf(c.is)
	told := map[evaluate.Text]bool{}
	for _, key := range bothKeys(was, is) {
		label := cmp.Or(is[key].Label, was[key].Label)
		told[label] = true
		c.differ(Cause{Kind: CauseParameter, Name: key, Roles: []string{roleParticipants}, What: evaluate.T("parametr", "parameter").Joined(": ", label),
			Old: counted(was[key], is[key]), New: counted(is[key], was[key])})
	}
	before, after := settingsOf(c.was), settingsOf(c.is)
	for _, name := range bothKeys(before, after) {
		label := cmp.Or(after[name].Label, before[name].Label)
		if !told[label] {
			c.differ(Cause{Kind: CauseSetting, Name: name, Roles: settingRoles(name), What: label, Old: before[name].Value, New: after[name].Value, everything: name == "faults in the data"})
		}
	}
	c.margin()
}

// counted is the value that a parameter was counted by: what the rule set says where the run did not change it.
func counted(o, other report.Override) evaluate.Text {
	if o.Parameter == "" {
		return other.RuleSet
	}
	return o.Project
}

// settingRoles are what a setting decides about: parameters about participants, the key of pseudonyms about no figure.
func settingRoles(name string) []string {
	if name == "key of the pseudonyms of persons" {
		return nil
	}
	return []string{roleParticipants}
}

// margin is the margin of the period for dates.
func (c *causesOf) margin() {
	if c.old.Options == nil || c.new.Options == nil {
		return
	}
	say := func(m *Manifest) evaluate.Text { return evaluate.Same(fmt.Sprint(m.Options.MarginDays)) }
	c.differ(Cause{Kind: CauseSetting, Name: "margin_days", Roles: []string{roleParticipants}, What: evaluate.T("margines dat (dni)", "margin of dates (days)"), Old: say(c.old), New: say(c.new)})
}

func overridesOf(r *report.Report) map[string]report.Override {
	out := map[string]report.Override{}
	for _, o := range r.Overrides {
		out[o.Parameter] = o
	}
	return out
}

func settingsOf(r *report.Report) map[string]report.Fact {
	out := map[string]report.Fact{}
	for _, s := range r.Settings {
		out[s.Label.EN] = s
	}
	return out
}
