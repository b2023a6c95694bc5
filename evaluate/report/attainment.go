package report

import "github.com/efseval/efseval/evaluate"

// Attainment says how a target came out. It is told from the figures as they are printed: what the
// report does not show cannot be told.
type Attainment struct {
	Figure  string // id of achieved / target, e.g. target/CR04/women
	Counted string // id of what was achieved
	Planned string // id of the target
	Verdict TargetVerdict
	Why     evaluate.Text // why it cannot be told; else empty
}

// TargetVerdict is the answer to a target.
type TargetVerdict string

// The answers to a target. What cannot be told is neither reached nor missed.
const (
	TargetReached    TargetVerdict = "reached"
	TargetNotReached TargetVerdict = "not_reached"
	TargetCannotTell TargetVerdict = "cannot_tell"
)

// Words says the verdict.
func (v TargetVerdict) Words() evaluate.Text {
	switch v {
	case TargetReached:
		return evaluate.T("osiągnięty", "reached")
	case TargetNotReached:
		return evaluate.T("nieosiągnięty", "not reached")
	}
	return evaluate.T("nie wiadomo", "cannot tell")
}

type jsonAttainment struct {
	Figure  string         `json:"figure"`
	Counted string         `json:"counted"`
	Planned string         `json:"planned"`
	Verdict TargetVerdict  `json:"verdict"`
	Words   evaluate.Text  `json:"words"`
	Why     *evaluate.Text `json:"why,omitempty"`
}

func attainmentJSON(a Attainment) jsonAttainment {
	return jsonAttainment{a.Figure, a.Counted, a.Planned, a.Verdict, a.Verdict.Words(), given(a.Why)}
}

func (j jsonAttainment) attainment() Attainment {
	return Attainment{Figure: j.Figure, Counted: j.Counted, Planned: j.Planned, Verdict: j.Verdict, Why: textOf(j.Why)}
}
