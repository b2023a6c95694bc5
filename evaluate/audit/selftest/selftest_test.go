package selftest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate"
)

func mustRun(t *testing.T, groups ...Group) *Outcome {
	t.Helper()
	o, err := Run(context.Background(), groups...)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// Every value that ships comes out, and there are enough of them in every part.
func TestEveryValuePasses(t *testing.T) {
	o := mustRun(t)
	values := map[Group]int{}
	for i := range o.Parts {
		p := &o.Parts[i]
		passed, failed := p.Count()
		values[p.Group] += passed
		if failed > 0 {
			t.Errorf("%s %s: %d values failed", p.Group, p.Title.EN, failed)
		}
	}
	for g, least := range map[Group]int{Statistics: 300, Indicators: 500, PESEL: 30, Money: 30, Dates: 20, Folding: 14} {
		if values[g] < least {
			t.Errorf("%s has %d values; want %d or more", g, values[g], least)
		}
	}
	if err := o.Err(); err != nil {
		t.Error(err)
	}
}

// Whatever value of whatever file is changed, by a thousandth of itself or by a letter, that value alone fails.
func TestEveryValueCanFail(t *testing.T) {
	files, err := readShipped()
	if err != nil {
		t.Fatal(err)
	}
	changed := 0
	for _, f := range files {
		for _, c := range f.Cases {
			right := c.Expect
			c.Expect = slices.Clone(right)
			for i := range c.Expect {
				c.Expect[i].Value = wrong(t, right[i].Value, c.Tolerance)
				changed++
			}
			got, err := c.run()
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range got.Values {
				if v.Passed {
					t.Errorf("%s %s: %s passes for %s", c.ID, v.Name, v.Computed, v.Expected)
				}
			}
		}
	}
	t.Logf("%d values changed", changed)
}

// wrong is a value that is not quite the one given.
func wrong(t *testing.T, value any, tolerance float64) any {
	t.Helper()
	v, err := read(value)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case !v.number:
		return v.text + "x"
	case v.value == 0:
		return 1e-3
	case tolerance > 0:
		return v.value * (1 + 3*tolerance)
	}
	return v.value * (1 + 2e-10)
}

// Every computation is asked for by a case that ships, and no two cases of a part have one id.
func TestEveryCallIsUsed(t *testing.T) {
	files, err := readShipped()
	if err != nil {
		t.Fatal(err)
	}
	unused := maps.Clone(calls)
	for _, f := range files {
		ids := map[string]bool{}
		for _, c := range f.Cases {
			delete(unused, c.Call)
			if ids[c.ID] {
				t.Errorf("%s: two cases are called %s", f.Title.EN, c.ID)
			}
			ids[c.ID] = true
		}
	}
	if len(unused) > 0 {
		t.Errorf("no case asks for %v", slices.Sorted(maps.Keys(unused)))
	}
}

// Nobody living has a number of the cases: births before 1900 or from 2200 on, or no birth at all.
func TestNobodyLivingHasTheseNumbers(t *testing.T) {
	text, err := shipped.ReadFile("cases/pesel.yaml")
	if err != nil {
		t.Fatal(err)
	}
	numbers := regexp.MustCompile(`[0-9]{11}`).FindAllString(string(text), -1)
	if len(numbers) < 9 {
		t.Fatalf("only %d numbers were found", len(numbers))
	}
	for _, n := range numbers {
		p, err := check.ParsePESEL([]byte(n))
		if errors.Is(err, check.ErrDate) || errors.Is(err, check.ErrForm) {
			continue
		}
		if year := 1970 + int(p.Birth)/365; year > 1899 && year < 2200 {
			t.Errorf("a number of the cases is of a birth in %d", year)
		}
	}
}

// The files hold what R prints.
func TestRStillGivesTheseNumbers(t *testing.T) {
	rscript, err := exec.LookPath("Rscript")
	if err != nil || testing.Short() {
		t.Skip("Rscript is not installed; the files say which version gave their numbers")
	}
	var complaint bytes.Buffer
	cmd := exec.Command(rscript, "testdata/statistics.R")
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil && strings.Contains(complaint.String(), "there is no package called") {
		t.Skip("a package of R is not installed: " + complaint.String())
	}
	if err != nil {
		t.Fatalf("%v: %s", err, complaint.String())
	}
	expected, compared := byIDAndName(t), 0
	for line := range strings.Lines(string(out)) {
		id, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		name, text, _ := strings.Cut(rest, "\t")
		given, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Fatal(err)
		}
		v, err := compare(expected[id+" "+name], given, 1e-12)
		if err != nil || !v.Passed {
			t.Errorf("%s %s: the file has %v, R gives %s (%v)", id, name, expected[id+" "+name], text, err)
		}
		compared++
	}
	if compared < 250 {
		t.Errorf("only %d values were compared", compared)
	}
}

func byIDAndName(t *testing.T) map[string]any {
	files, err := readShipped()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]any{}
	for _, f := range files {
		for _, c := range f.Cases {
			for _, e := range c.Expect {
				all[c.ID+" "+fmt.Sprint(e.Key)] = e.Value
			}
		}
	}
	return all
}

// one is a file of one case, to be broken.
const one = `group: money
title: {pl: próba, en: trial}
cases:
  - id: half
    what: {pl: pół grosza, en: half a grosz}
    call: unit cost
    source: by hand
    input: {grosze: 101, n: 2}
    expect: {per: "0.51", residue: -1}
`

// A value that is wrong fails with both numbers, and the outcome is an error.
func TestAWrongValueFails(t *testing.T) {
	o, err := RunFile(context.Background(), "own.yaml", []byte(strings.Replace(one, "residue: -1", "residue: 1", 1)))
	if err != nil {
		t.Fatal(err)
	}
	want := []Value{{Name: "per", Expected: "0.51", Computed: "0.51", Passed: true}, {Name: "residue", Expected: "1", Computed: "-1", Difference: "-2"}}
	if got := o.Parts[0].Cases[0].Values; !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	failed, is := errors.AsType[*Failed](o.Err())
	if !is || failed.Failed != 1 || failed.Of != 2 || o.Parts[0].Group != Own {
		t.Errorf("%v of %s", o.Err(), o.Parts[0].Group)
	}
	var text bytes.Buffer
	if err := WriteText(&text, o, evaluate.EN, false); err != nil || !strings.HasSuffix(text.String(), "\nOutcome: 1 of 2 values failed.\n") ||
		!strings.Contains(text.String(), "FAILED  residue  expected 1, computed -1, difference -2") || strings.Contains(text.String(), "0.51") {
		t.Errorf("%v\n%s", err, text.String())
	}
}

// A file that does not say everything, or asks for what there is not, is an error and never passes.
func TestBrokenFiles(t *testing.T) {
	for what, c := range map[string]struct{ old, new, want string }{
		"no group":        {"group: money\n", "", "group and cases are needed"},
		"unknown word":    {"input:", "inputs:", "unknown field"},
		"no id":           {"- id: half", "- id: ''", "it needs an id"},
		"one language":    {"pl: pół grosza, ", "", "both languages"},
		"no source":       {"source: by hand", "source: ''", "source"},
		"unknown call":    {"unit cost", "unit costs", `no call "unit costs"`},
		"unknown input":   {"n: 2", "m: 2", "unknown field"},
		"unknown value":   {"residue:", "rest:", `no value "rest"; it gives [per residue]`},
		"no value":        {"-1}", "null}", "neither a number nor a text"},
		"not a number":    {"-1}", ".nan}", "is no value"},
		"nothing":         {`expect: {per: "0.51", residue: -1}`, "", "expects nothing"},
		"no reason":       {"input:", "tolerance: 1e-6\n    input:", "needs a reason"},
		"tolerance":       {"input:", "tolerance: 0.5\n    input:", "the tolerance is 0.5"},
		"no input":        {"    input: {grosze: 101, n: 2}\n", "", "no input"},
		"not YAML":        {"{pl: próba", "{pl: [próba", "own.yaml"},
		"call that fails": {"call: unit cost", "call: prices", "prices"},
	} {
		text := strings.Replace(one, c.old, c.new, 1)
		if text == one {
			t.Fatalf("%s: nothing was changed", what)
		}
		if _, err := RunFile(context.Background(), "own.yaml", []byte(text)); err == nil || what != "call that fails" && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; want %q", what, err, c.want)
		}
	}
}

// A run that is cancelled says so instead of passing with less.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if o, err := Run(ctx); !errors.Is(err, context.Canceled) || o != nil {
		t.Errorf("%v %v", o, err)
	}
}

// Groups are told by name; what is unknown is answered with all there are.
func TestGroups(t *testing.T) {
	for _, g := range Groups() {
		if got, err := ParseGroup(string(g)); err != nil || got != g {
			t.Errorf("%s: %s %v", g, got, err)
		}
		for _, p := range mustRun(t, g).Parts {
			if p.Group != g {
				t.Errorf("%s among %s", p.Group, g)
			}
		}
	}
	if _, err := ParseGroup("maths"); err == nil || err.Error() != `there is no group "maths"; the groups are statistics, indicators, pesel, money, dates, text` {
		t.Error(err)
	}
}

// Two runs write the same bytes, and JSON has every value that the text has.
func TestSameBytesAndSameValues(t *testing.T) {
	var first, second, text bytes.Buffer
	o := mustRun(t)
	err := errors.Join(WriteJSON(&first, o), WriteJSON(&second, mustRun(t)), WriteText(&text, o, evaluate.PL, true))
	if err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Fatalf("%v; equal: %v", err, bytes.Equal(first.Bytes(), second.Bytes()))
	}
	var back outcomeJSON
	if err := json.Unmarshal(first.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	passed, failed := o.Count()
	if back.Schema != SchemaID || back.Passed != passed || back.Failed != failed {
		t.Errorf("%s: %d passed, %d failed; want %d, %d", back.Schema, back.Passed, back.Failed, passed, failed)
	}
	if lines := strings.Count(text.String(), "\n    zgodna  "); lines != passed {
		t.Errorf("the text lists %d values of %d", lines, passed)
	}
}

// A text of both languages, and one that is the same in both.
func TestWords(t *testing.T) {
	for text, want := range map[string]evaluate.Text{"R": evaluate.Same("R"), "{pl: tak, en: so}": evaluate.T("tak", "so")} {
		var w words
		if err := yaml.Unmarshal([]byte(text), &w); err != nil || evaluate.Text(w) != want {
			t.Errorf("%q: %+v %v", text, w, err)
		}
	}
}
