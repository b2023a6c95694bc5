package check

import (
	"slices"

	"github.com/efseval/efseval/datasets"
)

// Outcome says of a rule whether the export let it be carried out.
type Outcome struct {
	Rule Rule
	Ran  bool
	// Lacks are the fields that the export has no column for. A rule that ran lacks none, or some
	// of several that it looks at one by one.
	Lacks []string
	// Unasked says what was not known: the period of the project, the fields of a complete record, or
	// a single PESEL. Then the rule did not run whatever the columns.
	Unasked datasets.Label
}

var (
	noPeriod = datasets.Label{PL: "plik projektu nie podaje okresu realizacji", EN: "the project file gives no period"}
	noNumber = datasets.Label{PL: "żaden identyfikator nie ma postaci numeru PESEL", EN: "no identifier has the form of a PESEL"}
	noPerson = datasets.Label{PL: "wiersz eksportu nie jest osobą", EN: "a row of the export is not a person"}
	noTwins  = datasets.Label{PL: "wiersz eksportu jest osobą; powtórzenia podaje inne sprawdzenie", EN: "a row of the export is a person; another check tells repetitions"}
	noRecord = datasets.Label{PL: "zestaw reguł nie wymaga pełnych rekordów", EN: "the rule set asks for no complete record"}
)

// Outcomes are the rules in the order of their file. They are complete once the last batch was
// added.
func (c *Checker) Outcomes() []Outcome {
	all := make([]Outcome, len(c.rules))
	for i, r := range c.rules {
		out := Outcome{Rule: r}
		needs, some := r.columns()
		for _, f := range slices.Concat(needs, some) {
			if !c.present[f] && !slices.Contains(out.Lacks, f) {
				out.Lacks = append(out.Lacks, f)
			}
		}
		has := func(f string) bool { return c.present[f] }
		out.Ran = !slices.ContainsFunc(needs, func(f string) bool { return !has(f) }) && (len(some) == 0 || slices.ContainsFunc(some, has))
		if out.Ran && r.Test == "after" {
			out.Lacks = nil // it looks at the best of several columns
		}
		if out.Unasked = c.unasked(&r); out.Unasked != (datasets.Label{}) {
			out.Ran, out.Lacks = false, nil
		}
		all[i] = out
	}
	return all
}

// numberTests are those that look at nothing but numbers PESEL.
var numberTests = map[string]bool{"pesel-date": true, "pesel-checksum": true, "pesel-sex": true, "pesel-birth": true, "pesel-age": true, testProjects: true}

func (c *Checker) unasked(r *Rule) datasets.Label {
	switch {
	case numberTests[r.Test] && c.present["person"] && !c.numbers:
		return noNumber
	case (r.Test == "duplicate" || r.Test == "overlap") && !c.anyRows(true):
		return noPerson
	case r.Test == "twin" && !c.anyRows(false):
		return noTwins
	case r.Test == "period" && !c.bounded[0] && !c.bounded[1]:
		return noPeriod
	case (r.Test == "complete" || r.Test == testColumn) && len(c.options.CompleteRecord) == 0:
		return noRecord
	}
	return datasets.Label{}
}

// anyRows tells whether there was an export in which a row is a person, or one in which it is not.
func (c *Checker) anyRows(persons bool) bool {
	return slices.ContainsFunc(c.sources, func(s source) bool { return (s.meaning == datasets.PerPerson) == persons })
}

// columns are the fields that a rule cannot do without, and those of which it needs one at least.
func (r *Rule) columns() (needs, some []string) {
	switch r.Test {
	case "pesel-date", "pesel-checksum", "pesel-zero", testProjects:
		return []string{"person"}, nil
	case "pesel-sex", "pesel-birth":
		return []string{"person", r.Place}, nil
	case "pesel-age":
		return []string{"person", "age", "entry_date"}, nil
	case "age":
		return []string{"age", "birth_date", "entry_date"}, nil
	case "order":
		return []string{r.Earlier, r.Place}, nil
	case "after":
		return []string{r.Place}, r.Fields
	case "spell":
		return []string{"labour_status_detail", r.Place, "entry_date"}, nil
	case "not-pesel", "despite":
		return []string{"person", "no_pesel"}, nil
	case "duplicate", "twin":
		return []string{"person"}, nil
	case "overlap":
		return []string{"person", r.Place}, nil
	case "period":
		return nil, r.Fields
	case "late", "early", "no-exit":
		return []string{"exit_date"}, r.Fields
	case "all":
		for _, c := range r.Conditions {
			needs = append(needs, c.Field)
		}
		return slices.Compact(needs), nil
	case "refused":
		return nil, flags()
	case "no-other":
		return []string{"no_pesel"}, nil
	case testSame:
		return []string{"person"}, r.Fields
	}
	return nil, nil // of every row or file
}

// flags are the fields that can be refused: the sensitive ones.
func flags() []string {
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		return nil // New has read it
	}
	var names []string
	for _, f := range schema.Fields {
		if f.Kind == datasets.Flag && f.Sensitive {
			names = append(names, f.Name)
		}
	}
	return names
}

// see remembers which columns a new file has.
func (c *Checker) see(b *datasets.Batch) {
	for _, f := range b.Schema.Fields {
		if b.Has(f.Name) {
			c.present[f.Name] = true
		}
	}
}

// fieldWords stand for {field} in rules that look at more fields than a text can name.
var fieldWords = map[string]datasets.Label{
	"refused":  {PL: "pole wrażliwe", EN: "a sensitive field"},
	"complete": {PL: "pole pełnego rekordu", EN: "a field of the complete record"},
	testColumn: {PL: "pole pełnego rekordu", EN: "a field of the complete record"},
	"":         {PL: "pole", EN: "a field"},
}

// Words say what a rule tells, with the names of its fields for {field} and the margin for {margin}.
func (r *Rule) Words(margin int) datasets.Label {
	label := fieldWords[r.Test]
	schema, err := datasets.ReadSchema("participants")
	if err == nil && len(r.Fields) > 0 {
		label = datasets.Label{}
		for i, name := range r.Fields {
			if f := schema.Field(name); f != nil {
				if i > 0 {
					label.PL, label.EN = label.PL+", ", label.EN+", "
				}
				label.PL, label.EN = label.PL+f.Label.PL, label.EN+f.Label.EN
			}
		}
	}
	var classes datasets.Label
	for i, c := range r.Classes {
		if i > 0 {
			classes.PL, classes.EN = classes.PL+" / ", classes.EN+" / "
		}
		classes.PL, classes.EN = classes.PL+c.PL, classes.EN+c.EN
	}
	return r.say(label, classes, margin)
}
