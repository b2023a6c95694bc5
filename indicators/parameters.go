package indicators

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Parameters are the numbers and lists in which rule sets differ; every report prints them.
type Parameters struct {
	LongTerm         LongTerm      `yaml:"long_term_unemployed"`
	Age              AgeConvention `yaml:"age"`                // Defaults to completed.
	CompleteRecord   []string      `yaml:"complete_record"`    // fields that must be known for a person to enter the totals; empty: no such rule
	Genders          []string      `yaml:"genders"`            // terms of the vocabulary sex that the rule set reports
	ImmediateDays    int           `yaml:"immediate_days"`     // window of immediate results after exit
	LongerTermMonths int           `yaml:"longer_term_months"` // when longer-term results are observed
	// EfficiencyMonths is how long after exit an effect may be documented for the efficiency criterion. 0:
	// the rule set has none, and no criterion may name that window.
	EfficiencyMonths int `yaml:"efficiency_months"`
	// AgeBands are the ages at which the bands of the dimension age_band begin after the first,
	// which is open below: [25, 55] is below 25, 25 to 54, 55 and more. Empty: no bands of its own.
	AgeBands []int `yaml:"age_bands"`
	// Completers says who finished as planned. Defaults to completed = yes. Whoever has no date of
	// exit has not left and is not counted, where the export has that column: every completer is
	// a leaver (domain 1.5: results <= leavers). Where it has not, the criterion alone decides.
	Completers Criterion `yaml:"completers"`
}

// LongTerm is the unemployment spell after which a person is long-term unemployed.
type LongTerm struct {
	MonthsUnder25 int `yaml:"months_under_25"`
	MonthsFrom25  int `yaml:"months_from_25"`
	// Strict: the spell must be longer than the months ("more than"); else as long or longer.
	Strict bool `yaml:"strict"`
}

// AgeConvention is how age at entry is worked out.
type AgeConvention string

// The conventions. The column age of an export holds completed years.
const (
	// CompletedYears at entry; the column age counts before the birth date.
	CompletedYears AgeConvention = "completed"
	// YearDifference is the year of entry less the year of birth; the birth date counts before
	// the column age, which stands in only where there is no birth date.
	YearDifference AgeConvention = "year-difference"
)

// settle fills the defaults in and refuses what no table could be built from.
func (p *Parameters) settle(schema *datasets.Schema) error {
	if p.Age == "" {
		p.Age = CompletedYears
	}
	if p.Age != CompletedYears && p.Age != YearDifference {
		return faultAt(Place{}, "parameters: age %q%s", p.Age, datasets.Meant(string(p.Age), []string{string(CompletedYears), string(YearDifference)}))
	}
	if p.Completers.IsZero() {
		p.Completers = Criterion{Field: "completed", In: []string{"yes"}}
	}
	if p.LongTerm.MonthsUnder25 < 0 || p.LongTerm.MonthsFrom25 < 0 || p.ImmediateDays < 0 || p.LongerTermMonths < 0 || p.EfficiencyMonths < 0 {
		return faultAt(Place{}, "parameters: a period is negative")
	}
	if max(p.LongTerm.MonthsUnder25, p.LongTerm.MonthsFrom25, p.LongerTermMonths, p.EfficiencyMonths, p.ImmediateDays/31) > maxWindowMonths {
		return faultAt(Place{}, "parameters: a period is longer than 100 years")
	}
	if len(p.AgeBands) > 0 {
		if err := checkBands(Dimension{Name: "age_bands", Field: "age", Bands: bandsOf(p.AgeBands, true)}); err != nil {
			return faultAt(Place{}, "parameters: %s", strings.TrimPrefix(err.Error(), "indicators: "))
		}
	}
	if err := p.checkGenders(schema); err != nil {
		return err
	}
	for _, f := range p.CompleteRecord {
		if schema.Index(f) < 0 {
			return faultAt(Place{}, "parameters: complete_record names an unknown field %q%s", f, datasets.Meant(f, schema.Names()))
		}
	}
	return nil
}

func (p *Parameters) checkGenders(schema *datasets.Schema) error {
	if len(p.Genders) == 0 {
		return faultAt(Place{}, "parameters: genders is empty; want woman and man, and non_binary where national law has it")
	}
	for _, g := range p.Genders {
		if !slices.Contains(sexTerms[:], g) {
			return faultAt(Place{}, "parameters: unknown gender %q%s", g, datasets.Meant(g, sexTerms[:]))
		}
	}
	if schema.Index("sex") < 0 {
		return faultAt(Place{}, "schema %s has no field sex", schema.Name)
	}
	return nil
}

// groups lists the columns of a table, in order.
func (p *Parameters) groups() []Group {
	var out []Group
	for g, term := range sexTerms {
		if slices.Contains(p.Genders, term) {
			out = append(out, Group(g))
		}
	}
	return append(out, UnknownSex, Total)
}

// window is the length of a named window in days or months; one of the two is 0.
func (p *Parameters) window(w Window) (days, months int, err error) {
	switch w {
	case Immediate:
		return p.ImmediateDays, 0, nil
	case LongerTerm:
		return 0, p.LongerTermMonths, nil
	case Efficiency:
		if p.EfficiencyMonths == 0 {
			return 0, 0, errors.New("the rule set has no window of the efficiency criterion; state the parameter efficiency_months, 1 or more")
		}
		return 0, p.EfficiencyMonths, nil
	}
	return 0, 0, fmt.Errorf("unknown window %q%s", w, datasets.Meant(string(w), []string{string(Immediate), string(LongerTerm), string(Efficiency)}))
}
