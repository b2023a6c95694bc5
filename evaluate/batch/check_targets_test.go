package batch

import (
	"strings"
	"testing"
)

// A target worded "at least" may leave some persons to either sex; none may ask for more than its total.
func TestTargetBySexAgainstItsTotal(t *testing.T) {
	for text, fault := range map[string]string{
		"at_least: true, participants: {total: 60, women: 30, men: 20}":  "",
		"at_least: true, participants: {total: 60, women: 30, men: 30}":  "",
		"at_least: true, participants: {total: 60, women: 30, men: 31}":  "is 60, but women and men add up to 61",
		"participants: {total: 60, women: 30, men: 20}":                  "is 60, but women and men add up to 50",
		"at_least: false, participants: {total: 60, women: 30, men: 20}": "is 60, but women and men add up to 50",
	} {
		_, err := Load(writeProject(t, t.TempDir(), madeUpProject+"targets: {source: made up, "+text+"}\n"+splitPeople))
		if fault == "" && err != nil || fault != "" && (err == nil || !strings.Contains(err.Error(), fault)) {
			t.Errorf("%s: %v, want %q", text, err, fault)
		}
	}
}
