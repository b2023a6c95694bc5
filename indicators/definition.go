package indicators

import (
	"fmt"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// Definition is one indicator as data: who can meet it (Eligible, the denominator) and who did
// (Achieved, among them the numerator); or, where Fact is set, a number that the project states.
type Definition struct {
	Code     string         `yaml:"code"`
	Name     datasets.Label `yaml:"name"`
	NameSure NameSure       `yaml:"name_sure"`
	Stage    Stage          `yaml:"stage"`
	Unit     Unit           `yaml:"unit"`     // Defaults to persons.
	Fact     bool           `yaml:"fact"`     // stated by the project ([Options.Facts]), never counted from rows
	Records  Records        `yaml:"records"`  // Defaults to complete.
	Eligible Criterion      `yaml:"eligible"` // Defaults to everyone. The zero Criterion in a fact.
	Achieved Criterion      `yaml:"achieved"` // Required. The zero Criterion in a fact.
	Source   Source         `yaml:"source"`
	Delta    datasets.Label `yaml:"delta"` // where the count departs from the regulation; empty: it does not
	Note     datasets.Label `yaml:"note"`  // what a reader should know besides, as that it was deleted

	place Place
}

// Source says what a definition rests on: the clause, and how it is known (the mark).
type Source struct {
	Clause string `yaml:"clause"`
	Mark   string `yaml:"mark"`
}

// NameSure says how sure the wording of a name is, for each language: sourced (read verbatim),
// high, medium-high, medium or low. Empty: not said, as for the indicators of a project.
type NameSure struct {
	PL string `yaml:"pl"`
	EN string `yaml:"en"`
}

// Stage is when an indicator is observed.
type Stage string

// The stages of an indicator.
const (
	Output           Stage = "output"             // on the date of entry
	ImmediateResult  Stage = "immediate_result"   // between leaving and four weeks after
	LongerTermResult Stage = "longer_term_result" // six months after leaving
)

// IsResult tells whether the stage comes after leaving.
func (s Stage) IsResult() bool { return s == ImmediateResult || s == LongerTermResult }

// Records says which records an indicator counts under the complete-record rule of its set.
type Records string

// The records of an indicator. All is for outputs alone: whoever is incomplete is in no result,
// nor among the leavers that a result is held to.
const (
	CompleteRecords Records = "complete" // those of the participants
	AllRecords      Records = "all"      // those of the grand total
)

// Unit is what an indicator counts.
type Unit string

// The units. What is counted from participations are persons; the others are always facts.
const (
	Persons  Unit = "persons"
	Projects Unit = "projects"
	Entities Unit = "entities"
	Objects  Unit = "objects"
)

func units() []string {
	return []string{string(Persons), string(Projects), string(Entities), string(Objects)}
}

// Label is the unit in words.
func (u Unit) Label() datasets.Label {
	switch u {
	case Projects:
		return datasets.Label{PL: "projekty", EN: "projects"}
	case Entities:
		return datasets.Label{PL: "podmioty", EN: "entities"}
	case Objects:
		return datasets.Label{PL: "obiekty", EN: "objects"}
	}
	return datasets.Label{PL: "osoby", EN: "persons"}
}

// UnmarshalYAML reads a definition and remembers where it stands. Unknown keys are a [Fault].
func (d *Definition) UnmarshalYAML(node ast.Node) error {
	type plain Definition
	if err := checkKeys(node, "a definition", keysOf(*d)); err != nil {
		return err
	}
	if err := yaml.NodeToValue(node, (*plain)(d), yaml.Strict()); err != nil {
		return err
	}
	d.place = placeOf(node)
	return nil
}

// settle fills the defaults in and refuses a definition that lacks what every one must have.
func (d *Definition) settle() error {
	if d.Unit == "" {
		d.Unit = Persons
	}
	if d.Fact {
		return d.settleFact()
	}
	if d.Records == "" {
		d.Records = CompleteRecords
	}
	if d.Eligible.IsZero() {
		d.Eligible = Criterion{Everyone: true, place: d.place}
	}
	if d.Achieved.place == (Place{}) {
		d.Achieved.place = d.place
	}
	if cause := d.lacks(); cause != "" {
		return &Fault{Place: d.place, Code: d.Code, Message: cause}
	}
	return nil
}

// lacks says what is wrong with a definition, empty where nothing is.
func (d *Definition) lacks() string {
	cause := d.lacksOfAny()
	switch {
	case cause != "":
		return cause
	case d.Records != CompleteRecords && d.Records != AllRecords:
		return fmt.Sprintf("records %q is unknown%s", d.Records, datasets.Meant(string(d.Records), []string{string(CompleteRecords), string(AllRecords)}))
	case d.Records == AllRecords && d.Stage.IsResult():
		return "records: all is for outputs; a result counts complete records, as the leavers do"
	case d.Unit != Persons:
		return fmt.Sprintf("unit %s cannot be counted from participations; a number of %s is a fact: true that the project states", d.Unit, d.Unit)
	case d.Achieved.IsZero():
		return "achieved: is missing; say when a person meets the indicator"
	}
	return ""
}

// lacksOfAny says what is wrong with what facts and counted indicators have in common.
func (d *Definition) lacksOfAny() string {
	stages := []string{string(Output), string(ImmediateResult), string(LongerTermResult)}
	switch {
	case d.Code == "":
		return "the definition has no code"
	case isReserved(d.Code):
		return fmt.Sprintf("the code %q is taken by a figure of every table; choose another", d.Code)
	case d.Name.PL == "" || d.Name.EN == "":
		return "name: wants pl and en"
	case d.Stage != Output && !d.Stage.IsResult():
		return fmt.Sprintf("stage %q is unknown%s", d.Stage, datasets.Meant(string(d.Stage), stages))
	case !slices.Contains(units(), string(d.Unit)):
		return fmt.Sprintf("unit %q is unknown%s", d.Unit, datasets.Meant(string(d.Unit), units()))
	}
	return ""
}
