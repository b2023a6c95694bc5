package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// WriteJSON writes results.json, schema [SchemaID]: the project, every figure with its value in full precision beside
// the text that people read in each language, the claims and their verdicts, checks, what became of the rows of each
// input, what a ledger corrected, the rules of the data checks, and the problems counted by rule (problems.csv has them
// all). The files of the inputs and the ledger stand in the manifest: the same data and corrections make the same
// bytes, in whatever order and format they come. Fields stand in a fixed order and each figure on a line of its own, so
// that two runs can be compared line by line. A value that is not there is null or left out, never 0. [ResultsSchema]
// describes every key.
func WriteJSON(w io.Writer, r *Report) error {
	if err := r.needFigures(); err != nil {
		return err
	}
	out := newJSONLines()
	out.field("schema", SchemaID)
	out.field("version", r.Version)
	if r.Generated != "" {
		out.field("generated", r.Generated)
	}
	out.field("project", projectJSON(r.Project))
	list(out, "settings", r.Settings, func(f Fact) jsonFact { return jsonFact(f) })
	list(out, "overrides", r.Overrides, func(o Override) jsonOverride { return jsonOverride(o) })
	list(out, "figures", r.Figures.All(), figureJSON)
	list(out, "targets", r.Targets, attainmentJSON)
	list(out, "claims", r.Claims, claimJSON)
	list(out, "checks", r.Checks, func(c Check) jsonCheck { return jsonCheck(c) })
	list(out, "inputs", r.Inputs, inputJSON)
	if r.Corrections != nil {
		out.field("corrections", correctionsJSON(r.Corrections))
	}
	if r.Persons != nil {
		out.field("persons", jsonPersons(*r.Persons))
	}
	list(out, "rules", r.Rules, ruleJSON)
	list(out, "problems", problemsJSON(r.Problems), func(p jsonProblems) jsonProblems { return p })
	if out.err != nil {
		return fmt.Errorf("report: results.json: %w", out.err)
	}
	out.WriteString("\n}\n")
	_, err := w.Write(out.Bytes())
	return err
}

// jsonLines writes an object field by field, and lists with one item a line.
type jsonLines struct {
	bytes.Buffer
	enc   *json.Encoder
	first bool
	err   error // the first that happened
}

// usualResults is room for the results of a project with a questionnaire.
const usualResults = 512 << 10

func newJSONLines() *jsonLines {
	out := &jsonLines{first: true}
	out.Grow(usualResults)
	out.enc = json.NewEncoder(&out.Buffer)
	out.enc.SetEscapeHTML(false)
	out.WriteString("{")
	return out
}

func (j *jsonLines) name(name string) {
	if !j.first {
		j.WriteString(",")
	}
	j.first = false
	j.WriteString("\n\"" + name + "\": ")
}

func (j *jsonLines) value(v any) {
	if err := j.enc.Encode(v); err != nil && j.err == nil {
		j.err = err
	}
	j.Truncate(max(0, j.Len()-1)) // the line feed that the encoder adds
}

func (j *jsonLines) field(name string, v any) {
	j.name(name)
	j.value(v)
}

func list[T, J any](out *jsonLines, name string, items []T, shape func(T) J) {
	out.name(name)
	out.WriteString("[")
	for i, item := range items {
		if i > 0 {
			out.WriteString(",")
		}
		out.WriteString("\n")
		out.value(shape(item))
	}
	out.WriteString("]")
}

// results is the shape of the file, for reading.
type results struct {
	Schema      string           `json:"schema"`
	Version     string           `json:"version"`
	Generated   string           `json:"generated,omitempty"`
	Project     jsonProject      `json:"project"`
	Settings    []jsonFact       `json:"settings"`
	Overrides   []jsonOverride   `json:"overrides"`
	Figures     []jsonFigure     `json:"figures"`
	Targets     []jsonAttainment `json:"targets"`
	Claims      []jsonClaim      `json:"claims"`
	Checks      []jsonCheck      `json:"checks"`
	Inputs      []jsonInputRead  `json:"inputs"`
	Corrections *jsonCorrections `json:"corrections,omitempty"`
	Persons     *jsonPersons     `json:"persons,omitempty"`
	Rules       []jsonRule       `json:"rules"`
	Problems    []jsonProblems   `json:"problems"`
}

type jsonProject struct {
	ID          string         `json:"id"`
	Title       evaluate.Text  `json:"title"`
	Programme   evaluate.Text  `json:"programme"`
	Beneficiary evaluate.Text  `json:"beneficiary"`
	Period      evaluate.Text  `json:"period_words"`
	From        string         `json:"from,omitempty"`
	To          string         `json:"to,omitempty"`
	Months      int            `json:"months,omitempty"`
	Kind        evaluate.Text  `json:"kind"`
	RuleSet     string         `json:"rule_set"`
	RuleVersion int            `json:"rule_version"`
	Synthetic   *jsonSynthetic `json:"synthetic,omitempty"`
	Facts       []jsonFact     `json:"facts,omitempty"`
}

type jsonSynthetic struct {
	Statement evaluate.Text   `json:"statement"`
	Matches   []evaluate.Text `json:"matches"`
}

type jsonFact struct {
	Label evaluate.Text `json:"label"`
	Value evaluate.Text `json:"value"`
}

type jsonCheck struct {
	Rule   string        `json:"rule"`
	Text   evaluate.Text `json:"text"`
	Held   bool          `json:"held"`
	Detail evaluate.Text `json:"detail"`
}

// jsonPersons says how many participations can be linked with those of other projects.
type jsonPersons struct {
	Linked   int    `json:"participations_linked"`
	KeyPrint string `json:"key_print,omitempty"`
}

type jsonProblems struct {
	Rule     string            `json:"rule"`
	Severity datasets.Severity `json:"severity"`
	Count    int               `json:"count"`
}

// problemsJSON counts problems by rule and severity, in an order that is not that of the rows.
func problemsJSON(problems []datasets.Problem) []jsonProblems {
	var out []jsonProblems
	for _, group := range groupProblems(problems) {
		out = append(out, jsonProblems{group[0].Rule, group[0].Severity, len(group)})
	}
	slices.SortFunc(out, func(a, b jsonProblems) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Severity, b.Severity))
	})
	return out
}

func projectJSON(p Project) jsonProject {
	j := jsonProject{
		ID: p.ID, Title: p.Title, Programme: p.Programme, Beneficiary: p.Beneficiary, From: p.From, To: p.To, Period: p.PeriodWords,
		Months: p.Months, Kind: p.Kind, RuleSet: p.RuleSet, RuleVersion: p.RuleVersion,
	}
	if p.Synthetic != nil {
		j.Synthetic = &jsonSynthetic{p.Synthetic.Statement, p.Synthetic.Matches}
	}
	for _, f := range p.Facts {
		j.Facts = append(j.Facts, jsonFact(f))
	}
	return j
}

func (j jsonProject) project() Project {
	p := Project{
		ID: j.ID, Title: j.Title, Programme: j.Programme, Beneficiary: j.Beneficiary, From: j.From, To: j.To, PeriodWords: j.Period,
		Months: j.Months, Kind: j.Kind, RuleSet: j.RuleSet, RuleVersion: j.RuleVersion,
	}
	if j.Synthetic != nil {
		p.Synthetic = &Synthetic{j.Synthetic.Statement, j.Synthetic.Matches}
	}
	for _, f := range j.Facts {
		p.Facts = append(p.Facts, Fact(f))
	}
	return p
}
