package audit

import (
	"io"

	"github.com/efseval/efseval/evaluate"
)

// VerifySchemaID names the version of verifications as JSON.
const VerifySchemaID = "efseval/verify/1"

type jsonVerifications struct {
	Schema   string             `json:"schema"`
	Answer   Answer             `json:"answer"`
	Projects []jsonVerification `json:"projects"`
	Overview []jsonVerdict      `json:"overview,omitempty"`
}

type jsonVerification struct {
	Project    string         `json:"project"`
	Answer     Answer         `json:"answer"`
	Program    string         `json:"program"`
	This       string         `json:"this_program,omitempty"`
	Manifest   string         `json:"manifest_schema"`
	OtherBuild bool           `json:"other_build,omitempty"`
	Why        *evaluate.Text `json:"not_computed_again,omitempty"`
	Figures    *jsonTally     `json:"figures,omitempty"`
	Inputs     []jsonVerdict  `json:"inputs"`
	Outputs    []jsonVerdict  `json:"outputs"`
	Foreign    []string       `json:"foreign,omitempty"`
}

type jsonTally struct {
	Matched   int `json:"matched"`
	Differing int `json:"differing"`
	Missing   int `json:"missing"`
	New       int `json:"new"`
}

type jsonVerdict struct {
	Name        string           `json:"name"`
	Answer      Answer           `json:"answer"`
	Was         string           `json:"was_sha256,omitempty"`
	Is          string           `json:"is_sha256,omitempty"`
	Why         *evaluate.Text   `json:"why,omitempty"`
	Differences []jsonDifference `json:"differences,omitempty"`
	More        int              `json:"differences_more,omitempty"`
	Lawful      int              `json:"written_otherwise,omitempty"`
}

type jsonDifference struct {
	Figure   string  `json:"figure,omitempty"`
	Field    string  `json:"field,omitempty"`
	Place    string  `json:"place"`
	Stands   *string `json:"stands"`
	Computed *string `json:"computed"`
}

// WriteVerifyJSON writes verifications for programs, schema [VerifySchemaID], in both languages. Overview are the answers
// for the page over the projects and for those that it links to and that are gone; nil without a page.
func WriteVerifyJSON(w io.Writer, all []*Verification, overview []Verdict) error {
	out := jsonVerifications{Schema: VerifySchemaID, Answer: Match, Projects: []jsonVerification{}}
	if len(overview) > 0 {
		out.Answer, out.Overview = answerOf(overview), verdictsJSON(overview)
	}
	for _, v := range all {
		if a := v.Answer(); a == IsDifferent || a == Cannot && out.Answer == Match {
			out.Answer = a
		}
		out.Projects = append(out.Projects, verificationJSON(v))
	}
	return writeJSON(w, out)
}

func verificationJSON(v *Verification) jsonVerification {
	out := jsonVerification{Project: v.Project, Answer: v.Answer(), Program: v.Program, This: v.This, Manifest: v.Schema, OtherBuild: v.OtherBuild,
		Why: given(v.Why), Inputs: verdictsJSON(v.Inputs), Outputs: verdictsJSON(v.Outputs), Foreign: v.Foreign}
	if v.Why.Empty() {
		tally := jsonTally(v.Figures)
		out.Figures = &tally
	}
	return out
}

func verdictsJSON(list []Verdict) []jsonVerdict {
	out := []jsonVerdict{}
	for _, v := range list {
		one := jsonVerdict{Name: v.Name, Answer: v.Answer, Was: v.Was, Is: v.Is, Why: given(v.Why), More: v.More, Lawful: v.Lawful}
		for _, d := range v.Differences {
			one.Differences = append(one.Differences, jsonDifference(d))
		}
		out = append(out, one)
	}
	return out
}

// given is nil for an empty text, so that it is left out.
func given(t evaluate.Text) *evaluate.Text {
	if t.Empty() {
		return nil
	}
	return &t
}
