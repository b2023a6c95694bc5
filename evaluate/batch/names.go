package batch

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/indicators"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// codeSafe are the codes that can stand in the ids of figures; one that is missing is told with the rest of its definition.
var codeSafe = regexp.MustCompile(`^[a-zA-Z0-9._+-]*$`)

// ruleSet is the set with the parameters and the indicators of this project.
func (p *Project) ruleSet(set *indicators.Set) (*indicators.Set, error) {
	set, err := p.adapted(set)
	for i, d := range p.Indicators {
		if !codeSafe.MatchString(d.Code) {
			return set, p.fault(fmt.Sprintf("$.indicators[%d].code", i), "is %q, and names figures; want letters a-z, digits and - _ . +, as in REINTEGRATION", d.Code)
		}
	}
	if err == nil && len(p.Indicators) > 0 {
		if set, err = set.With(p.Indicators...); err != nil {
			err = p.definitionFault("$.indicators", err)
		}
	}
	return set, err
}

// definitionFault is a fault of the project's own definitions or criteria under a YAML path, at its place in the
// project file where it has one.
func (p *Project) definitionFault(path string, err error) error {
	own, is := errors.AsType[*indicators.Fault](err)
	if !is {
		return p.fault(path, "%v", plainCause(err))
	}
	text := own.Message
	if own.Code != "" {
		text = own.Code + ": " + text
	}
	f := p.fault(path, "%s", text)
	if own.Place.Line > 0 {
		f.at(p.text, own.Place.Line, own.Place.Column)
	}
	return f
}

// adapted is a set that knows the fields of this project and counts by its parameters.
func (p *Project) adapted(set *indicators.Set) (*indicators.Set, error) {
	if extra := extraFields(p, "participants"); len(extra) > 0 {
		fields, err := set.Schema().With(extra...)
		if err != nil {
			return nil, p.fault("$.participants.fields", "%v", err)
		}
		if set, err = set.For(fields); err != nil {
			return nil, err
		}
	}
	set, key, err := p.Parameters.over(set)
	if err != nil {
		return nil, p.fault("$.parameters."+key, "%v", plainCause(err))
	}
	return set, nil
}

// loadProfile finds a profile for a schema: a ready one, or a file relative to the project file.
// "generic", or none, is the generic profile of that schema.
func (p *Project) loadProfile(name, schema string) (profiles.Profile, error) {
	name = profileName(name, schema)
	found, err := profiles.Find(name, p.Dir)
	if err == nil && found.Fields().Name != schema {
		err = fmt.Errorf("profile %s fills the schema %s, and here it is %s", name, found.Fields().Name, schema)
	}
	return found, err
}

// profileName is the name of a profile as it is looked for.
func profileName(name, schema string) string {
	if name == "" || name == "generic" {
		return map[string]string{"participants": "generic", "costs": "generic-costs", "answers": "generic-answers"}[schema]
	}
	return name
}

// extraFields are the fields a project adds to a schema.
func extraFields(p *Project, schema string) []datasets.Field {
	if schema != "participants" || p.Participants == nil {
		return nil
	}
	var fields []datasets.Field
	for _, f := range p.Participants.Fields {
		field := datasets.Field{Name: f.Name, Kind: f.Kind, Label: f.Label, Merge: datasets.First}
		if f.Kind == datasets.Flag {
			field.Vocabulary = datasets.FlagVocabulary()
		}
		fields = append(fields, field)
	}
	return fields
}

// override is what the project file states about an input, for its profile. Extra fields
// without a header of their own are looked for under their name.
func (in Input) override(extra []datasets.Field) datasets.Override {
	columns := map[string][]string{}
	for field, headers := range in.Columns {
		columns[field] = headers
	}
	for _, f := range extra {
		if _, named := columns[f.Name]; !named {
			columns[f.Name] = []string{f.Name}
		}
	}
	return datasets.Override{Encoding: in.Encoding, Separator: in.Separator, Decimal: in.Decimal, Sheet: in.Sheet,
		Dates: in.Dates, Columns: columns, Values: in.Values, Ignore: in.Ignore, Items: extra,
		Promise: in.Promise, HeaderRow: in.HeaderRow, Missing: in.Missing}
}
