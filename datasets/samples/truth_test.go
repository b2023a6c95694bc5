package samples

import (
	"testing"

	"github.com/efseval/efseval/datasets"
)

// count is how many people fit.
func count(people []*person, fits func(*person) bool) int {
	n := 0
	for _, p := range people {
		if fits(p) {
			n++
		}
	}
	return n
}

// truth is a total that must hold on the generated records.
type truth struct {
	name string
	want int
	fits func(*person) bool
}

func hold(t *testing.T, people []*person, truths []truth) {
	t.Helper()
	for _, c := range truths {
		if got := count(people, c.fits); got != c.want {
			t.Errorf("%s: %d people, want %d", c.name, got, c.want)
		}
	}
}

func drawn(t *testing.T, seed uint64, make func(*draw) []*person) []*person {
	t.Helper()
	d := newDraw(seed)
	people := make(d)
	if d.err != nil {
		t.Fatal(d.err)
	}
	return people
}

func sex(code string) func(*person) bool { return func(p *person) bool { return p.sex == code } }

func idle(p *person) bool { return p.status != "employed" }

// lawful holds every record to what an export may say: codes of the schema, an identifier of
// its own, dates in order, results only of those who left, no work found by those who had it.
func lawful(t *testing.T, people []*person) {
	t.Helper()
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, p := range people {
		if seen[p.id] || p.id == "" {
			t.Errorf("identifier %q is missing or taken", p.id)
		}
		seen[p.id] = true
		inVocabulary(t, schema, p)
		inOrder(t, p)
	}
}

func inVocabulary(t *testing.T, schema *datasets.Schema, p *person) {
	t.Helper()
	codes := map[string][]string{
		"sex": {p.sex}, "education": {p.education}, "labour_status": {p.status}, "labour_status_detail": {p.detail},
		"exit_situation": p.situations, "flow": {p.flow}, "completed": {p.completed}, "disability": {p.disability},
		"homeless": {p.homeless}, "jobless_household": {p.jobless},
	}
	for _, s := range p.supports {
		codes["supports"] = append(codes["supports"], s.kind)
		codes["support_nature"] = append(codes["support_nature"], s.nature)
	}
	for field, values := range codes {
		for _, code := range values {
			if _, known := schema.Field(field).Vocabulary.Code(code); code != "" && !known {
				t.Errorf("%s: %s is %q, no code of the schema", p.id, field, code)
			}
		}
	}
}

func inOrder(t *testing.T, p *person) {
	t.Helper()
	if p.exit != none && p.exit < p.entry {
		t.Errorf("%s leaves before entering", p.id)
	}
	if p.exit == none && (len(p.situations) > 0 || p.completed != "") {
		t.Errorf("%s is still here and has results", p.id)
	}
	if p.exit != none && p.flow == "" && len(p.situations) == 0 {
		t.Errorf("%s has left and nothing is said of the situation", p.id)
	}
	if p.working() && (p.has("employment") || p.has("job_search")) {
		t.Errorf("%s had work and is said to find or seek it", p.id)
	}
	for _, s := range p.supports {
		if s.from != none && s.from < p.entry || p.exit != none && s.from > p.exit {
			t.Errorf("%s: support from %s outside %s to %s", p.id, s.from, p.entry, p.exit)
		}
	}
}
