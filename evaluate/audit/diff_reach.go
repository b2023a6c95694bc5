package audit

import (
	"slices"
	"strings"

	"github.com/efseval/efseval/evaluate"
)

// reach knows what each figure rests on: the roles of inputs, as causes name them.
type reach struct {
	results [2]*evaluate.Figures
	linked  []string // questionnaires that take something from the export of participants
	known   map[string][]string
}

func newReach(sides ...Side) *reach {
	r := &reach{known: map[string][]string{}}
	for i, s := range sides {
		r.results[i] = s.Results.Figures
		r.linked = append(r.linked, s.Manifest.Linked...)
	}
	return r
}

// touching are the causes that can touch a figure; where none is known to, whichever there are.
func (r *reach) touching(id string, causes []Cause) (out []int) {
	roles := r.roles(id)
	for i := range causes {
		if causes[i].touches(roles) {
			out = append(out, i)
		}
	}
	if out != nil {
		return out
	}
	for i := range causes {
		if causes[i].Kind != CauseSetting || causes[i].everything {
			out = append(out, i)
		}
	}
	return out
}

// roles are the roles of the inputs that a figure rests on, itself and by those it was computed from.
func (r *reach) roles(id string) []string {
	if known, ok := r.known[id]; ok {
		return known
	}
	r.known[id] = nil // a circle ends here
	out := r.own(id)
	for _, figures := range r.results {
		if f, ok := figures.Get(id); ok {
			for _, part := range f.Rests {
				out = append(out, r.roles(part)...)
			}
		}
	}
	slices.Sort(out)
	r.known[id] = slices.Compact(out)
	return r.known[id]
}

// own are the roles of the inputs that the figures of a family come from. What is stated comes from the
// project file alone.
func (r *reach) own(id string) []string {
	family, rest, _ := strings.Cut(id, "/")
	switch family {
	case "cost":
		return []string{roleCosts}
	case "programme":
		return nil
	case roleSurveys:
		name, _, _ := strings.Cut(rest, "/")
		out := []string{roleSurveys + "/" + name}
		if slices.Contains(r.linked, out[0]) {
			out = append(out, roleParticipants)
		}
		return out
	}
	return []string{roleParticipants}
}

// The roles of inputs, as the manifest has them; those of answers are survey/NAME and survey/NAME/WAVE.
const (
	roleParticipants = "participants"
	roleCosts        = "costs"
	roleSurveys      = "survey"
)

// touches tells whether a cause can touch what rests on some roles.
func (c *Cause) touches(roles []string) bool {
	if c.everything {
		return true
	}
	for _, role := range c.Roles {
		if slices.ContainsFunc(roles, func(on string) bool {
			return on == role || strings.HasPrefix(role, on+"/") || strings.HasPrefix(on, role+"/")
		}) {
			return true
		}
	}
	return false
}
