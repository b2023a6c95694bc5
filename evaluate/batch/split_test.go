package batch

import (
	"strings"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// Towns whose names differ in signs alone, and one written in two ways; a band below a bound; a person without a town.
const splitPeople = `== people-made-up.csv
person;sex;age;entry_date;exit_date;education;labour_status;municipality;exit_situation;employed_on
A;kobieta;20;2021-01-05;2021-06-30;isced3;unemployed;Łódź;employment;2021-07-05
B;kobieta;40;2021-01-05;2021-06-30;isced2;unemployed;Łódź!;employment;
C;kobieta;50;2021-01-05;2021-06-30;isced3;inactive;Katowice;none;
D;mężczyzna;30;2021-01-05;2021-06-30;isced3;unemployed; KATOWICE ;employment;2021-09-30
E;mężczyzna;60;2021-01-05;2021-06-30;isced5_8;unemployed;;none;
`

func TestSplits(t *testing.T) {
	r := runText(t, madeUpProject+"splits: [\"age_band:25,55\", municipality, \"stage, age_band:30\"]\n"+splitPeople)
	for id, want := range map[string]string{
		"participants/by/age_band/below-25/total": "1", "participants/by/age_band/25-54/women": "2", "participants/by/age_band/55+/men": "1",
		"indicator/EECR04/by/age_band/below-25/total": "1", "indicator/EECR04/by/age_band/25-54/total": "1",
		"participants/by/municipality/katowice/total": "2", "participants/by/municipality/lodz/total": "1", "participants/by/municipality/lodz-2/total": "1",
		"participants/by/municipality/not-known/total":  "1",
		"participants/by/stage+age_band/left+30+/total": "4", "participants/by/stage+age_band/left+below-30/women": "1",
		"indicator/EECR04/by/stage+age_band/left+30+/total": "1",
		// A has a date within 28 days; B's is missing; D's is too late
		"indicator/EECR04/total": "2", "indicator/EECR04/total/on-date": "1", "indicator/EECR04/total/on-situation": "1",
	} {
		if got := value(r, id); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	if f, _ := r.Figures.Get("indicator/EECR04/total"); !strings.Contains(f.Note().EN, "of these 1 of 2 rest on the situation recorded") {
		t.Errorf("the note of EECR04 is %s", f.Note().EN)
	}
	if last := r.Sections[len(r.Sections)-1]; last.ID != "splits" || len(last.Blocks) != 3 {
		t.Errorf("the last section is %s", last.ID)
	}
}

// The name of a town may be what another one would be told apart by.
func TestSplitOfTownsWithOneName(t *testing.T) {
	r := runText(t, madeUpProject+"splits: [municipality]\n"+strings.Replace(splitPeople, ";Katowice;", ";Lodz 2;", 1))
	for id, want := range map[string]string{"lodz": "1", "lodz-2": "1", "lodz-3": "1", "katowice": "1", "not-known": "1"} {
		if got := value(r, "participants/by/municipality/"+id+"/total"); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
}

// A town keeps its name in a crossing, also where nobody of its namesake is in the other part.
func TestCrossedTownsWithOneName(t *testing.T) {
	r := runText(t, madeUpProject+"splits: [municipality, \"municipality,age_band:25\", \"age_band:25,municipality\"]\n"+splitPeople)
	for id, label := range map[string]string{
		"municipality/lodz": "Łódź)", "municipality/lodz-2": "Łódź!)",
		"municipality+age_band/lodz+below-25": "Łódź, ", "municipality+age_band/lodz-2+25+": "Łódź!, ", "age_band+municipality/25++lodz-2": ", Łódź!)",
	} {
		f, _ := r.Figures.Get("participants/by/" + id + "/total")
		if !strings.Contains(f.Label.EN, label) {
			t.Errorf("%s is of %q, want %s", id, f.Label.EN, label)
		}
	}
}

// In every cell the parts add up to the whole, numerators and denominators.
func TestPartsAddUp(t *testing.T) {
	r := runText(t, madeUpProject+"splits: [age_band, education, municipality, stage, \"education,municipality\"]\n"+splitPeople)
	sums := map[string][2]float64{} // indicator, dimension, group
	for _, f := range r.Figures.All() {
		code, at, found := strings.Cut(f.ID, "/by/")
		if parts := strings.Split(at, "/"); found && strings.HasPrefix(code, "indicator/") {
			key := code + "/" + parts[2]
			s := sums[parts[0]+" "+key]
			sums[parts[0]+" "+key] = [2]float64{s[0] + f.Numerator.Float(), s[1] + f.Denominator.Float()}
		}
	}
	if len(sums) < 200 {
		t.Fatalf("only %d sums", len(sums))
	}
	for key, sum := range sums {
		_, id, _ := strings.Cut(key, " ")
		whole, _ := r.Figures.Get(id)
		share, _ := r.Figures.Get(id + "/share")
		if whole.Value.Float() != sum[0] || share.Denominator.Float() != sum[1] && share.Status == evaluate.Known {
			t.Errorf("%s: the parts make %v, the whole is %s of %s", key, sum, whole.Value, share.Denominator)
		}
	}
}

func TestSplitSlips(t *testing.T) {
	for text, want := range map[string]string{
		"[sex]":                          "every table has",
		"[age_bands]":                    `did you mean "age_band"`,
		"[education, education]":         "education is asked for twice",
		"[age_band:18, \"age_band:25\"]": "age_band is asked for twice",
		"[\"education,sex\"]":            "every table has",
		"[\"education,education\"]":      "education",
		"[\" , \"]":                      "names no dimension",
	} {
		_, err := Load(writeProject(t, t.TempDir(), madeUpProject+"splits: "+text+"\n"+splitPeople))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "project.yaml:5:") {
			t.Errorf("%s does not say %s: %v", text, want, err)
		}
	}
}
