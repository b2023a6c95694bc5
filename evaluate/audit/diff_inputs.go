package audit

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// inputs compares the files of data role by role. One file may have several roles: it is told once.
func (c *causesOf) inputs() {
	was, is := byRole(c.old.Data), byRole(c.new.Data)
	told := map[[2]string]int{} // files -> place in the list
	for _, role := range bothKeys(was, is) {
		a, b := was[role], is[role]
		if a != nil && b != nil && sameInput(*a, *b) {
			continue
		}
		files := [2]string{fileOf(a), fileOf(b)}
		if at, is := told[files]; is {
			c.list[at].Roles = append(c.list[at].Roles, role)
			continue
		}
		told[files] = len(c.list)
		c.list = append(c.list, inputCause(role, a, b))
	}
}

// byRole finds the input of each role.
func byRole(inputs []Input) map[string]*Input {
	out := map[string]*Input{}
	for i := range inputs {
		for _, role := range strings.Split(inputs[i].Role, ", ") {
			out[role] = &inputs[i]
		}
	}
	return out
}

func fileOf(in *Input) string {
	if in == nil {
		return ""
	}
	return in.Name + "!" + in.Sheet
}

// sameInput tells whether two inputs are the same bytes under the same name, and were read alike.
func sameInput(a, b Input) bool {
	a.Role, b.Role = "", ""
	return reflect.DeepEqual(a, b)
}

func inputCause(role string, a, b *Input) Cause {
	cause := Cause{Kind: CauseInput, Roles: []string{role}, What: evaluate.T("dane", "data"), Old: inputText(a), New: inputText(b)}
	for _, in := range []*Input{a, b} {
		if in != nil {
			cause.Name = in.Name
		}
	}
	if a != nil {
		cause.OldRows = a.RowsRead
	}
	if b != nil {
		cause.NewRows = b.RowsRead
	}
	if a != nil && b != nil {
		cause.Note, cause.otherBytes = inputNote(*a, *b), a.SHA256 != b.SHA256
	}
	return cause
}

// inputText says what an input was and what became of its rows.
func inputText(in *Input) evaluate.Text {
	if in == nil {
		return evaluate.Text{}
	}
	pl, en := fmt.Sprintf("%s: wiersze przeczytane %d, policzone %d", in.Name, in.RowsRead, in.RowsCount), fmt.Sprintf("%s: rows read %d, counted %d", in.Name, in.RowsRead, in.RowsCount)
	if in.Persons > 0 {
		pl, en = pl+fmt.Sprintf(", uczestnictwa %d", in.Persons), en+fmt.Sprintf(", participations %d", in.Persons)
	}
	for _, s := range in.SetAside {
		pl, en = pl+fmt.Sprintf(", odłożone (%s) %d", s.Record, s.Rows), en+fmt.Sprintf(", set aside (%s) %d", s.Record, s.Rows)
	}
	sum := fmt.Sprintf(" (SHA-256 %.12s…)", in.SHA256)
	return evaluate.T(pl+sum, en+sum)
}

// inputNote says what the sums and the rows of two files give away.
func inputNote(a, b Input) evaluate.Text {
	switch {
	case a.SHA256 == b.SHA256 && a.Name != b.Name:
		return evaluate.T("te same bajty pod inną nazwą", "the same bytes under another name")
	case a.SHA256 == b.SHA256:
		return evaluate.T("te same bajty, inaczej odczytane: profil, kolumny albo formaty", "the same bytes, read otherwise: profile, columns or formats")
	case a.RowsRead == b.RowsRead:
		return evaluate.T("tyle samo wierszy: komórki zmieniono w miejscu, albo jedne wiersze zastąpiono innymi", "as many rows: cells were changed in place, or rows were replaced by others")
	}
	return evaluate.Text{}
}

// files are those of the project beside its data, as the keys of scales.
func (c *causesOf) files() {
	sums := func(m *Manifest) map[string]string {
		out := map[string]string{}
		for _, f := range m.Files {
			out[f.Role] = f.Name + " " + f.SHA256
		}
		return out
	}
	say := func(text string) evaluate.Text {
		i := strings.LastIndex(text, " ")
		if i < 0 {
			return evaluate.Text{}
		}
		return named(text[:i], text[i+1:])
	}
	was, is := sums(c.old), sums(c.new)
	for _, role := range bothKeys(was, is) {
		if was[role] != is[role] {
			c.differ(Cause{Kind: CauseFile, Name: role, Roles: []string{strings.TrimSuffix(role, "/key")}, What: evaluate.T("klucz skali", "key of the scale"), Old: say(was[role]), New: say(is[role])})
		}
	}
}

// rolesOf are the roles of the inputs that a data file of the program decides about.
func (c *causesOf) rolesOf(embedded string) (roles []string) {
	folder, base := embedded[:strings.LastIndex(embedded, "/")+1], embedded[strings.LastIndex(embedded, "/")+1:]
	name := strings.TrimSuffix(base, ".yaml")
	switch folder {
	case "evaluate/cost/rates/":
		return []string{roleCosts}
	case "evaluate/scale/keys/":
		return []string{roleSurveys}
	case "datasets/schemas/":
		return []string{map[string]string{"answers": roleSurveys, "costs": roleCosts}[name], roleParticipants}
	case "datasets/profiles/":
		for _, in := range slices.Concat(c.old.Data, c.new.Data) {
			if in.Profile == name {
				roles = append(roles, strings.Split(in.Role, ", ")...)
			}
		}
		slices.Sort(roles)
		return slices.Compact(roles)
	}
	return []string{roleParticipants}
}

func ruleFile(set string) string { return "indicators/definitions/" + set + ".yaml" }
