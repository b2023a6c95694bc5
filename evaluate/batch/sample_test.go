package batch

import (
	"fmt"
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// laterPeople are 90 made-up people who left: 60 unemployed and 30 inactive at entry, 10 with tertiary education. Of 45 and
// 15 of them, 2 with tertiary education, the later situation is known; 30 are in employment. One more is still being monitored.
func laterPeople() string {
	var out strings.Builder
	out.WriteString("== people-made-up.csv\nperson;sex;age;entry_date;exit_date;education;labour_status;later_situation\n")
	for i := range 90 {
		status, education, later := "unemployed", "isced3", ""
		if i >= 60 {
			status = "inactive"
		}
		if i >= 43 && i < 53 {
			education = "isced5_8"
		}
		switch {
		case i < 30:
			later = "employment"
		case i < 45, i >= 60 && i < 75:
			later = "none"
		case i == 89:
			later = "being_monitored"
		}
		fmt.Fprintf(&out, "P%d;%s;30;2018-01-05;2018-06-30;%s;%s;%s\n", i, []string{"kobieta", "mężczyzna"}[i%2], education, status, later)
	}
	return out.String()
}

const laterProject = "== project.yaml\nid: made-up\ntitle: {pl: Wymyślony, en: Made up}\nrules: esf-2014-2020\nparticipants: {file: people-made-up.csv}\n"

func TestSampleOfALongerTermResult(t *testing.T) {
	r := runText(t, laterProject+"samples: {CR06: {drawn: 75, source: plan próby}}\n"+laterPeople())
	for id, want := range map[string]string{
		"population": "90", "drawn": "75", "answered": "60", "response": "80.00%", "required": "84",
		"margin": "7.35%", "share": "50.00%", "estimate": "45", // 1.96 / 2 · sqrt(30 / 89 / 60)
		"by/labour-status/unemployed/population": "66.67%", "by/labour-status/unemployed/sample": "75.00%", "by/labour-status/unemployed/difference": "8.33",
		"by/labour-status/p": "0.171", // χ² = 25/40 + 25/20 = 1.875; p = erfc(sqrt(1.875 / 2)) = 0.17090352
		"by/education/p":     "0.055", // χ² = 3.675, p = erfc(sqrt(3.675 / 2)) = 0.05523425
		"by/age-group/p":     "not available",
	} {
		if got := value(r, "sample/CR06/"+id); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	f, _ := r.Figures.Get("sample/CR06/share") // the formula of stats.Wilson by hand: 0.37735024 0.62264976
	if got := evaluate.Share.Format(f.Interval.Lo, evaluate.EN) + " " + evaluate.Share.Format(f.Interval.Hi, evaluate.EN); got != "37.74% 62.26%" {
		t.Errorf("Wilson %s", got)
	}
	f, _ = r.Figures.Get("sample/CR06/share-exact") // P(X >= 30 of 60) = 0.025 solved by halving: 0.3680620
	if got := evaluate.Share.Format(f.Interval.Lo, evaluate.EN) + " " + evaluate.Share.Format(f.Interval.Hi, evaluate.EN); got != "36.81% 63.19%" {
		t.Errorf("Clopper-Pearson %s", got)
	}
	if words := conditionOf(r); words != "not met" {
		t.Errorf("60 of 84 required: the condition is %s", words)
	}
	if f, _ := r.Figures.Get("indicator/CR06/total"); !strings.Contains(f.Note().EN, "the number in the sample") {
		t.Errorf("CR06 is told as %s", f.Note().EN)
	}
}

// conditionOf is the last cell of the table of sizes.
func conditionOf(r *report.Report) string {
	for _, s := range r.Sections {
		if s.ID == "samples" {
			cells := s.Blocks[0].Table.Rows[0].Cells
			return cells[len(cells)-1].Text.EN
		}
	}
	return "no section"
}

// 30 of the sample of 60 are in employment: a target of 30 is reached whoever else there is, one of 40 is not known to be missed,
// since the sample is held for 45 in the population.
func TestTargetOfASampledResult(t *testing.T) {
	for samples, want := range map[string]report.TargetVerdict{"samples: {CR06: {drawn: 75, source: plan próby}}\n": report.TargetCannotTell, "samples: {}\n": report.TargetNotReached} {
		r := runText(t, laterProject+samples+"targets: {indicators: {CR06: {total: 40, women: 15, men: 25}}}\n"+laterPeople())
		got := verdictsOf(r)
		if got["target/CR06/total"] != want || got["target/CR06/women"] != report.TargetReached {
			t.Errorf("%s: %v", samples, got)
		}
		unmet, _ := r.Figures.Get("target/CR06/total/unmet")
		if (unmet.Bound == evaluate.UpperBound) != (want == report.TargetCannotTell) {
			t.Errorf("%s: the part not reached is %s %s", samples, unmet.Bound, value(r, unmet.ID))
		}
		share, _ := r.Figures.Get("target/CR06/women-share")
		if share.Bound != evaluate.ExactValue {
			t.Errorf("%s: the share of women is bounded", samples)
		}
	}
}

// Of nobody known nothing is told, and least of all that everybody is known.
func TestEmptySample(t *testing.T) {
	nobody := strings.NewReplacer(";employment\n", ";being_monitored\n", ";none\n", ";\n").Replace(laterPeople())
	nobodyLeft := strings.ReplaceAll(nobody, "2018-06-30", "")
	for people, want := range map[string]string{nobody: "not met", nobodyLeft: "cannot tell"} {
		r := runText(t, laterProject+"samples: {CR06: {}}\n"+people)
		for _, id := range []string{"share", "share-exact", "estimate", "margin"} {
			f, _ := r.Figures.Get("sample/CR06/" + id)
			if f.Status == evaluate.Known || f.Reason.EN != "the sample is empty" || !f.Method.Empty() {
				t.Errorf("%s: %s is %s by %q, since %q", want, id, f.Text(evaluate.EN), f.Method.EN, f.Reason.EN)
			}
		}
		if got := conditionOf(r); got != want {
			t.Errorf("the condition is %s, want %s", got, want)
		}
	}
}

// An export that knows the situation of some only is not called a sample.
func TestUnknownLaterSituationsAreNoSample(t *testing.T) {
	r := runText(t, laterProject+laterPeople())
	if got := value(r, "indicator/CR06/situation-known"); got != "66.67%" || conditionOf(r) != "no section" {
		t.Errorf("%s known, %s", got, conditionOf(r))
	}
	f, _ := r.Figures.Get("indicator/CR06/total")
	if note := f.Note(); !strings.Contains(note.EN, "known of 60 of 90 persons") || !strings.Contains(note.PL, "60 osób na 90") || !strings.Contains(note.EN, "does not say that they are a sample") {
		t.Errorf("%+v", note)
	}
	for _, f := range r.Figures.All() {
		if strings.HasPrefix(f.ID, "sample/") || strings.Contains(f.ID, "KNOWN") {
			t.Errorf("%s is in a report without a sample", f.ID)
		}
	}
}

// A population beyond the export: its size counts, and nothing can be said of how like it the sample is.
func TestSampleOfALargerPopulation(t *testing.T) {
	r := runText(t, laterProject+"samples: {CR06: {population: 839, source: plan próby}}\n"+laterPeople())
	for id, want := range map[string]string{"population": "839", "required": "470", "drawn": "not available", "by/education/p": "not available", "estimate": "420"} {
		if got := value(r, "sample/CR06/"+id); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
}

func TestSampleSlips(t *testing.T) {
	for text, want := range map[string]string{
		"{CR04: {}}":                                              "is no longer-term result of esf-2014-2020",
		"{CR06: {population: -1}}":                                "samples.CR06.population: is -1",
		"{CR06: {margin: 60}}":                                    "percentage points above 0",
		"{CR06: {level: 95}}":                                     "strictly between 0 and 1",
		"{CR06: {popultion: 5}}":                                  `did you mean "population"`,
		"{CR06: {population: 93}}":                                "samples.CR06: source: is missing",
		"{CR06: {drawn: 70}}":                                     "samples.CR06: source: is missing",
		"{CR06: {population: 89, source: plan próby}}":            "samples.CR06.population: is 89, and in the export there are 90 eligible persons",
		"{CR06: {population: 50, drawn: 40, source: plan próby}}": "samples.CR06.population: is 50",
		"{CR06: {population: 93, drawn: 94, source: plan próby}}": "samples.CR06.drawn: is 94; want the number",
		"{CR06: {drawn: 59, source: plan próby}}":                 "samples.CR06.drawn: is 59, and in the export the situation of 60 persons is known",
		"{CR06: {drawn: 91, source: plan próby}}":                 "samples.CR06.drawn: is 91, and the population is 90",
	} {
		p, err := Load(writeProject(t, t.TempDir(), laterProject+"samples: "+text+"\n"+laterPeople()))
		if err == nil {
			_, err = Run(t.Context(), p, Options{})
		}
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "project.yaml:5:") || !strings.Contains(err.Error(), "^") {
			t.Errorf("%s does not say %s: %v", text, want, err)
		}
	}
}
