package report

import (
	"fmt"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// SchemaID names the version of results.json.
const SchemaID = "efseval/results/1"

// Report is everything a run found out about one project. Project.ID and Figures are required, and every
// figure that a table names must be among them; what else is not there is told as such or left out.
type Report struct {
	Project     Project
	Figures     *evaluate.Figures // nil is an error of every writer but [WriteProblemsCSV]
	Sections    []Section         // printed in this order
	Claims      []Claim
	Targets     []Attainment // how each target came out, in the order of the targets
	Inputs      []Input
	Checks      []Check
	Problems    []datasets.Problem
	Rules       []Rule       // by which participants were checked; none where there are none
	Settings    []Fact       // what the run was told and by which parameters it counted
	Overrides   []Override   // parameters of the rule set that the project file changed; none where it changed none
	Corrections *Corrections // nil where the project has no ledger
	Persons     *Persons     // nil without an export of participants
	Made        Made         // for the manifest alone
	Version     string       // of the program
	Generated   string       // yyyy-MM-dd, only where the run was given a time; otherwise empty
	Outputs     Outputs      // the files that stand beside one another; nil: all
}

// needFigures is the error of a report without figures.
func (r *Report) needFigures() error {
	if r.Figures == nil {
		return fmt.Errorf("report: %s has no figures; fill Report.Figures before writing", r.Project.ID)
	}
	return nil
}

// Project identifies what was evaluated.
type Project struct {
	ID          string // folder-safe, e.g. katowice-pal
	Title       evaluate.Text
	Programme   evaluate.Text // e.g. RPO WSL 2014-2020, Działanie 9.1
	Beneficiary evaluate.Text
	From, To    string        // yyyy-MM-dd or yyyy-MM or yyyy; empty where not known
	PeriodWords evaluate.Text // where no dates are known: 2012/2013
	Months      int           // 0 where not known
	Kind        evaluate.Text // what kind of figures: plan, achieved, goals only, part of a project
	RuleSet     string        // e.g. esf-2014-2020
	RuleVersion int
	File        string // base name of the project file
	FileSHA256  string
	Synthetic   *Synthetic // nil where the data are real
	Facts       []Fact     // what the programme says of itself that is no figure: goals, products
}

// Synthetic says that person-level data are made up, and which published totals they match. It
// stands on the first screen of every report.
type Synthetic struct {
	Statement evaluate.Text
	Matches   []evaluate.Text // "participants: 60", …
}

// Fact is a line about the project that is not counted here.
type Fact struct {
	Label evaluate.Text
	Value evaluate.Text
}

// Section is a part of the report with its own heading.
type Section struct {
	ID     string // anchor, unique among sections; to project, claims, data-checks, data and methods the writers add what they know of them
	Title  evaluate.Text
	Lead   []evaluate.Text // paragraphs before the blocks
	Blocks []Block
	Notes  []evaluate.Text // after the blocks: limitations, footnotes
}

// Block is a chart, a table, or a chart followed by the table of its numbers. A chart never
// stands without its numbers.
type Block struct {
	Chart *Chart
	Table *Table
}

// Table is rows of cells under headings. The first column is the label of the row.
type Table struct {
	ID      string // file- and sheet-safe, e.g. targets, indicators-results
	Title   evaluate.Text
	Columns []evaluate.Text // headings of all columns, the first for the row label
	Rows    []Row
	Notes   []evaluate.Text
}

// Row is one line of a table.
type Row struct {
	Code  string // indicator code or empty; printed before the label
	Label evaluate.Text
	Cells []Cell // one for each column after the first
	Total bool   // set off as a total
}

// Cell is a figure by ID, or words; the zero Cell is printed as an en dash "does not apply".
type Cell struct {
	Figure string
	Text   evaluate.Text
}

// F is the cell of a figure.
func F(id string) Cell { return Cell{Figure: id} }

// W is a cell of words.
func W(t evaluate.Text) Cell { return Cell{Text: t} }

// Verdict is the answer to a published claim.
type Verdict string

// The answers to a claim.
const (
	Reproduced    Verdict = "reproduced"
	Differs       Verdict = "differs"
	CannotCompute Verdict = "cannot-be-computed"
)

// ClaimKind says what stands behind a claim.
type ClaimKind string

// The kinds of claim. Only the first two are numbers of the programme itself.
const (
	ClaimPublished ClaimKind = "published" // achieved, in the programme's own words
	ClaimPlanned   ClaimKind = "planned"   // a target in the programme's own words
	ClaimDerived   ClaimKind = "derived"   // worked out from published numbers by somebody else
	ClaimAbsent    ClaimKind = "absent"    // the programme published nothing, and nothing may be printed
)

// Claim is a number that was published or derived, and what the run answers.
type Claim struct {
	Kind      ClaimKind
	Figure    string // ID
	Label     evaluate.Text
	Unit      evaluate.Unit
	Published evaluate.Value // absent for "not available"
	Computed  evaluate.Value // absent where it cannot be computed
	Decimals  int            // the claim holds when the computed value rounded half-up to these equals it
	Source    string
	Verdict   Verdict
	Reason    evaluate.Text // why it differs or cannot be computed
}

// Input is one file of the run and what became of its rows.
type Input struct {
	Role        string // participants, costs, survey/motivation/pre, …
	Name        string // relative to the project file, with forward slashes
	Size        int64
	SHA256      string
	Conclusions datasets.Conclusions
	Accounting  datasets.Accounting // participants only; Read is filled for all
	Synthetic   bool
	// ProfileFile and ProfileSHA256 are the file of its profile, as the project file names it; empty where
	// the profile is a ready one.
	ProfileFile, ProfileSHA256 string
}

// Check is one of the promises that every run keeps or breaks: total = sum of parts, nobody
// lost, subset <= set.
type Check struct {
	Rule   string
	Text   evaluate.Text
	Held   bool
	Detail evaluate.Text // the numbers
}
