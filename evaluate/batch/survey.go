package batch

import "github.com/efseval/efseval/evaluate"

// Survey is one questionnaire answered before and after.
type Survey struct {
	Name  string        `yaml:"name"`
	Title evaluate.Text `yaml:"title"`
	Scale ScaleKey      `yaml:"scale"`
	Pre   Wave          `yaml:"pre"`
	Post  Wave          `yaml:"post"`
	Later []LaterWave   `yaml:"later"` // further measurements, in the order of time, each held against the first

	// By are dimensions of the participants (age_band, education) by which the change is split besides sex, and
	// Covariates those that weigh the stayers for those who left. The codes of the sheets are then the persons of
	// the export of participants.
	By         []string `yaml:"by"`
	Covariates []string `yaml:"covariates"`

	Precision    *Precision `yaml:"reliability"`   // what the reliable change goes by; nil: alpha before
	Questions    []Question `yaml:"categories"`    // questions with categories, beside the scale
	LeadingZeros bool       `yaml:"leading_zeros"` // the codes 007 and 7 are one person
}

// ScaleKey says how items become a score. Reversal is an input, never guessed from a name.
type ScaleKey struct {
	Key       string             `yaml:"key"`       // a ready key (gses) or a key file; what stands beside it goes before it
	Range     []float64          `yaml:"range"`     // lowest and highest answer
	Reversed  []string           `yaml:"reversed"`  // item headers worded the other way round
	Score     string             `yaml:"score"`     // mean (default) or sum
	Missing   int                `yaml:"missing"`   // unanswered items allowed and prorated; default 0
	Answered  float64            `yaml:"answered"`  // instead: the least share of items answered, as 0.8
	Direction string             `yaml:"direction"` // higher (default) or lower scores are better
	Answers   map[string]float64 `yaml:"answers"`   // words for answers, as "raczej tak": 4
}

// Wave is the sheets of one measurement: a file and the item columns in it.
type Wave struct {
	Input `yaml:",inline"`
	Items []string `yaml:"items"`
}

// LaterWave is a measurement after the second one.
type LaterWave struct {
	Name  string        `yaml:"name"` // in ids: half-year
	Title evaluate.Text `yaml:"title"`
	Wave  `yaml:",inline"`
}

// Precision is how precise the questionnaire is, as somebody else found.
type Precision struct {
	Value  float64 `yaml:"value"` // alpha or test-retest, from 0 up to 1
	SD     float64 `yaml:"sd"`    // of the scores, 0: that of the pairs before
	Source string  `yaml:"source"`
}

// Question is a question with categories, asked both times.
type Question struct {
	Name       string        `yaml:"name"` // in ids: works
	Title      evaluate.Text `yaml:"title"`
	Pre        string        `yaml:"pre"` // headers
	Post       string        `yaml:"post"`
	Categories []string      `yaml:"categories"` // the answers; of two the second is "yes"
	Ordered    bool          `yaml:"ordered"`    // they stand in an order, lowest first
}
