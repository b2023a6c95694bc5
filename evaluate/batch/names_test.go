package batch

import (
	"path/filepath"
	"strings"
	"testing"
)

// A fault within a definition of the project's own, or within its target group, stands at its own place in the file, once.
func TestFaultsOfDefinitionsHaveTheirPlace(t *testing.T) {
	people := contradictoryHead + "participants: {file: p.csv, profile: generic}\n"
	own := "indicators:\n  - code: OWN\n    name: {pl: a, en: b}\n    stage: output\n    source: {clause: a, mark: b}\n    achieved: "
	for text, want := range map[string]string{
		own + "{all: [{field: sexx, in: [woman]}]}\n":                                      `project.yaml:10:23: indicators: OWN: unknown field "sexx"; did you mean "sex"?`,
		own + "{age: {from: 200}}\n":                                                       "project.yaml:10:16: indicators: OWN: nobody is of that age: 200",
		strings.Replace(own, "OWN", `"a b"`, 1) + "everyone\n":                             "",
		"target_group: {text: {pl: a, en: b}, source: a, criterion: {age: {from: 200}}}\n": "project.yaml:5:61: target_group.criterion: nobody is of that age: 200",
		strings.Replace(own, "OWN", `"a b"`, 1) + "{everyone: true}\n":                     `project.yaml:6:11: indicators[0].code: is "a b", and names figures; want letters`,
	} {
		_, err := Parse([]byte(people+text), filepath.Join(t.TempDir(), "project.yaml"))
		switch {
		case err == nil:
			t.Errorf("%s: taken", text)
		case !strings.Contains(err.Error(), want):
			t.Errorf("%s: got\n%v\nwant %s", text, err, want)
		case strings.Contains(err.Error(), "indicators: indicators:"):
			t.Errorf("%s: says twice where: %v", text, err)
		}
	}
}
