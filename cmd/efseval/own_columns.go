package main

import (
	"fmt"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/profiles"
	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/sqltext"
)

// ofColumn marks a word of --by as the header of a column, which need not be said where no dimension has
// its name.
const ofColumn = "column:"

// ownHelp is what the help of a command says of splitting by a column.
const ownHelp = `A column of the export that is no field of the schema is named by its header (a comma in it may be
left out), or as column:HEADER where a dimension has that name. Headers and values that tell who
somebody is are refused, and so is a column in which nearly every row has a value of its own.`

// ownColumns are the columns of an export that no profile knows and the user asks for.
type ownColumns struct {
	dimensions []string // to name beside the columns where a header is unknown; nil: none
	fields     []datasets.Field
	headers    map[string][]string // by field
}

// headersIn are the words of --by that name no dimension of the set.
func headersIn(set *indicators.Set, by string) (columns []string) {
	for _, word := range indicators.DimensionWords(by) {
		if header, marked := strings.CutPrefix(word, ofColumn); marked || !set.KnowsDimension(word) {
			columns = append(columns, strings.TrimSpace(header))
		}
	}
	return columns
}

// add takes a header for a column of its own.
func (o *ownColumns) add(schema *datasets.Schema, header string) (*datasets.Field, error) {
	f := datasets.OwnField(schema, header, "stage", "age_band", "status", "status_detail", "support", "part", "code", "group", sqltext.AgeByYear)
	switch {
	case f.Name == "":
		return nil, fmt.Errorf("%q is no header of a column; want one with letters or digits", datasets.Visible(header))
	case profiles.TellsWho(header):
		return nil, fmt.Errorf("the column %q tells who a person is or how to reach one, and nothing is split by it nor written out; where its values say something else name it under fields: of a project.yaml", datasets.Visible(header))
	case o.headers[f.Name] != nil:
		return nil, fmt.Errorf("the column %q is named twice; leave one out", datasets.Visible(header))
	}
	if o.headers == nil {
		o.headers = map[string][]string{}
	}
	o.fields, o.headers[f.Name] = append(o.fields, f), []string{header}
	return &f, nil
}

// inProfile is the profile that reads the columns too. A canonical table has them folded besides.
func (o *ownColumns) inProfile(p *datasets.Profile) (*datasets.Profile, error) {
	if len(o.fields) == 0 {
		return p, nil
	}
	override := datasets.Override{Items: o.fields, Columns: o.headers}
	for _, f := range o.fields {
		override.Ignore = append(override.Ignore, datasets.FoldedColumn(f.Name))
	}
	return p.With(override)
}

// inSet is the rule set that knows the columns.
func (o *ownColumns) inSet(set *indicators.Set) (*indicators.Set, error) {
	if len(o.fields) == 0 {
		return set, nil
	}
	schema, err := set.Schema().With(o.fields...)
	if err != nil {
		return nil, err
	}
	return set.For(schema)
}

// ownOf takes headers for columns of their own where there is no export to look into, as a table on a
// server has them that efseval export --column made.
func ownOf(set *indicators.Set, headers []string) (*ownColumns, error) {
	own := &ownColumns{}
	for _, header := range headers {
		if _, err := own.add(set.Schema(), header); err != nil {
			return nil, err
		}
	}
	return own, nil
}

// split is the set that knows the columns, and what --by asks for.
func (o *ownColumns) split(set *indicators.Set, by string) (*indicators.Set, []indicators.Dimension, error) {
	fields := map[string]string{}
	for field, headers := range o.headers {
		fields[datasets.Fold(headers[0])] = field
	}
	by = byFields(set, by, fields)
	set, err := o.inSet(set)
	if err != nil {
		return nil, nil, err
	}
	dims, err := set.Dimensions(by)
	return set, dims, err
}

// fieldOf is the field of a header: one that the profile reads from that column, else one of its own.
func (o *ownColumns) fieldOf(e *export, header string) (string, error) {
	rule, err := e.ruleOf(header, o.dimensions)
	if err != nil {
		return "", err
	}
	if rule == nil {
		f, err := o.add(e.profile.Fields(), header)
		if err != nil {
			return "", err
		}
		return f.Name, nil
	}
	if e.profile.Fields().Field(rule.Field).Identifying {
		return "", fmt.Errorf("the column %q tells who a person is (%s), and nothing is split by it nor written out", datasets.Visible(header), rule.Field)
	}
	return rule.Field, nil
}
