package batch

import (
	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/indicators"
)

// Project is a project.yaml: what is to be evaluated, from which files, against what. Texts
// that a report prints are given in Polish and English.
type Project struct {
	ID           string                     `yaml:"id"` // names the output folder: letters, digits, dashes
	Title        evaluate.Text              `yaml:"title"`
	Programme    evaluate.Text              `yaml:"programme"`
	Beneficiary  evaluate.Text              `yaml:"beneficiary"`
	Kind         evaluate.Text              `yaml:"kind"` // plan, achieved, goals only, part of a project
	Period       Period                     `yaml:"period"`
	Rules        string                     `yaml:"rules"`      // a rule set, e.g. esf-2014-2020
	Parameters   *Parameters                `yaml:"parameters"` // of the rule set, that this project changes; nil: none
	Synthetic    *Synthetic                 `yaml:"synthetic"`
	Participants *Participants              `yaml:"participants"`
	Corrections  string                     `yaml:"corrections"`  // ledger for the participants; corrections.csv beside the project file where left out
	Group        *TargetGroup               `yaml:"target_group"` // whom the project is meant for; each participant is held to it
	Targets      Targets                    `yaml:"targets"`
	Efficiency   *Efficiency                `yaml:"efficiency"` // the criterion it is held to; nil: none
	Samples      map[string]Sample          `yaml:"samples"`    // longer-term results that come from a sample, by code
	Splits       []string                   `yaml:"splits"`     // what the figures are split by, one at a time: age_band, education, municipality, …
	Cost         *Cost                      `yaml:"cost"`
	Surveys      []Survey                   `yaml:"surveys"`
	Indicators   []indicators.Definition    `yaml:"indicators"`  // of this project alone, in the language of the rule sets
	Missing      []Missing                  `yaml:"unpublished"` // figures that must not be printed, and why
	Published    []Published                `yaml:"published"`
	Facts        []Fact                     `yaml:"facts"`
	Stated       map[string]indicators.Fact `yaml:"indicator_facts"` // indicators that are stated and not counted, by code

	stdin string // where the project file names standard input as an input; set by Load

	Dir  string `yaml:"-"` // folder of the project file; inputs are relative to it
	File string `yaml:"-"` // name of the project file as the user gave it

	base *indicators.Set // the rule set as it comes; set by Load
	eff  *indicators.Set // of the efficiency criterion; nil: none; set by Load
	// replaced are the thresholds of the criterion for which those of the project stand in; set by Load
	replaced []indicators.Threshold
	set      *indicators.Set // the rule set with the parameters and indicators of this project; set by Load
	text     []byte          // the project file, to show a fault in; set by Load
	raw      []byte          // the same as it stands, with its byte order mark where it has one; set by Load
}

// Period is how long the project ran. From and To are yyyy-MM-dd; months is needed where they
// do not say it.
type Period struct {
	From   string        `yaml:"from"`
	To     string        `yaml:"to"`
	Months int           `yaml:"months"`
	Words  evaluate.Text `yaml:"words"` // where no dates are known: "2012/2013"
}

// Synthetic says that person-level data are made up.
type Synthetic struct {
	Statement evaluate.Text   `yaml:"statement"`
	Matches   []evaluate.Text `yaml:"matches"`
}

// Input is one export file and how to read it; everything but file and profile is only needed
// where the profile does not say it.
type Input struct {
	File      string                       `yaml:"file"` // relative to the project file; "-": standard input, once a run
	Profile   string                       `yaml:"profile"`
	Encoding  string                       `yaml:"encoding"`
	Separator string                       `yaml:"separator"`
	Decimal   string                       `yaml:"decimal"`
	Sheet     string                       `yaml:"sheet"`
	Dates     []datasets.DateLayout        `yaml:"dates"`
	Columns   map[string][]string          `yaml:"columns"`
	Values    map[string]map[string]string `yaml:"values"`
	Ignore    []string                     `yaml:"ignore"`
	Promise   datasets.Promise             `yaml:"promise"`    // of participants: once, clustered or none
	HeaderRow int                          `yaml:"header_row"` // where the search for it goes wrong; from 1
	Missing   map[string][]string          `yaml:"missing"`    // field, or all -> cells that mean no value
}

// Participants is the export of participants.
type Participants struct {
	Input  `yaml:",inline"`
	Fields []Extra `yaml:"fields"` // columns of this project alone
}

// Extra is a field that only this project has.
type Extra struct {
	Name   string         `yaml:"name"`
	Kind   datasets.Kind  `yaml:"kind"` // flag, count, number, date or text
	Label  datasets.Label `yaml:"label"`
	Header []string       `yaml:"header"` // its column; the name where left out
}

// Targets are the planned values.
type Targets struct {
	AtLeast      bool              `yaml:"at_least"` // worded "co najmniej": the planned unit cost is an upper bound
	AtStake      *AtStake          `yaml:"at_stake"` // money that a target decides about; nil: no money is worked out
	Source       string            `yaml:"source"`
	Participants *Target           `yaml:"participants"`
	Indicators   map[string]Target `yaml:"indicators"`
}

// Target is a planned number in total and by sex; nil where none was set. They are read as
// decimals so that 60.5 is refused and not cut to 60.
type Target struct {
	Total *float64 `yaml:"total"`
	Women *float64 `yaml:"women"`
	Men   *float64 `yaml:"men"`
}

// AtStake is what a contract makes depend on targets: the expenditure that may be declared
// ineligible in proportion to what was not reached. Nothing of it is ever concluded.
type AtStake struct {
	Source  string            `yaml:"source"`  // where that stands, as a clause of the contract
	Amounts map[string]string `yaml:"amounts"` // participants, or an indicator with a target in total -> amount
}

// Cost is what the project cost: stated, or as a ledger, or both (then they must agree).
type Cost struct {
	Total      string        `yaml:"total"` // "939 717,45 zł"; empty where the ledger says it
	EU         string        `yaml:"eu"`    // must not exceed the total
	Source     string        `yaml:"source"`
	Scope      evaluate.Text `yaml:"scope"`       // what the amount covers
	PriceYear  int           `yaml:"price_year"`  // year of the prices, for euro and constant prices
	PriceYears []int         `yaml:"price_years"` // further years to take the amounts for, where the spending spans several
	Ledger     *Input        `yaml:"ledger"`
	Per        []string      `yaml:"per"` // indicator codes to give a unit cost for
}

// Missing names figures that the programme did not publish and that made-up data must not
// pretend to know: by pattern, or everything that tells women from men.
type Missing struct {
	Figures []string      `yaml:"figures"` // ids; * stands for one part of the path, /** at the end for all below
	Split   string        `yaml:"split"`   // sex: every figure by sex, survey groups among them
	Except  []string      `yaml:"except"`  // patterns of figures by sex that were published all the same
	Reason  evaluate.Text `yaml:"reason"`
}

// Published is a claim to be answered.
type Published struct {
	Figure string `yaml:"figure"`
	Value  string `yaml:"value"` // as printed: "939 717,45 zł", "61,67%", "60"; "n/d": nothing was published
	Kind   string `yaml:"kind"`  // published (the default), planned, or derived from published numbers
	Bound  string `yaml:"bound"` // at_least where the programme words it "co najmniej"
	Source string `yaml:"source"`
}

// Fact is something the programme says of itself that is not counted here. One with an id and
// a number becomes a figure programme/<id>, with its share where it is of a larger number.
type Fact struct {
	ID     string        `yaml:"id"`
	Label  evaluate.Text `yaml:"label"`
	Value  evaluate.Text `yaml:"value"`
	Number *int          `yaml:"number"`
	Of     *int          `yaml:"of"`
}
