package chart

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

func genderSplit(lang Lang) (*Chart, error) {
	return GenderSplit(Options{
		ID: "gender", Lang: lang,
		Title: lang.texts("Uczestnicy według płci", "Participants by sex"),
	}, []Share{{Group: Women, N: 37}, {Group: Men, N: 23}})
}

// genderSplitNarrow has parts that are too narrow for their labels.
func genderSplitNarrow(lang Lang) (*Chart, error) {
	return GenderSplit(Options{
		ID: "gender-narrow", Lang: lang,
		Title: lang.texts("Uczestnicy według płci (dane zmyślone)", "Participants by sex (made up)"),
	}, []Share{{Group: Women, N: 3}, {Group: Men, N: 200}, {Group: NonBinary, N: 4}, {Group: UnknownSex, N: 0}})
}

func TestGenderSplitGolden(t *testing.T) {
	golden(t, "gendersplit", genderSplit)
	golden(t, "gendersplit-narrow", genderSplitNarrow)
}

func TestGenderSplitSaysEveryPart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom([]Lang{PL, EN}).Draw(t, "lang")
		// Parts of very different size, so that narrow ones are common.
		n := rapid.OneOf(rapid.Int64Range(0, 3), rapid.Int64Range(0, 100), rapid.Int64Range(0, 1e12))
		parts := []Share{{Group: Women, N: n.Draw(t, "women")}, {Group: Men, N: n.Draw(t, "men")}}
		if rapid.Bool().Draw(t, "more") {
			parts = append(parts, Share{Group: NonBinary, N: n.Draw(t, "non-binary")}, Share{Group: UnknownSex, N: n.Draw(t, "unknown")})
		}
		var sum int64
		for _, p := range parts {
			sum += p.N
		}
		c, err := GenderSplit(Options{ID: "x", Lang: lang, Title: "T"}, parts)
		if sum == 0 {
			if err == nil {
				t.Fatalf("a share of nobody was drawn")
			}
			return
		}
		if err != nil {
			t.Fatalf("%v", err)
		}
		svg := svgBytes(t, c)
		checkSVG(t, c, svg)
		for _, p := range parts {
			wantShown(t, svg, p.Group.In(lang)+" "+lang.count(p.N)+" ("+lang.percent(p.N, sum)+")")
		}
	})
}

func TestGenderSplitRefuses(t *testing.T) {
	o := Options{ID: "x", Lang: EN, Title: "T"}
	_, err := GenderSplit(o, nil)
	wantError(t, err, "no rows")
	_, err = GenderSplit(o, []Share{{Group: Women}, {Group: Men}})
	wantError(t, err, "chart x", "no people")
	_, err = GenderSplit(o, []Share{{Group: Women, N: -1}, {Group: Men, N: 4}})
	wantError(t, err, "row 1", "-1")
	_, err = GenderSplit(o, []Share{{Group: Total, N: 4}})
	wantError(t, err, "total", "parts only")
}

func ExampleGenderSplit() {
	c, err := GenderSplit(Options{ID: "gender", Lang: EN, Title: "Participants by sex"},
		[]Share{{Group: Women, N: 37}, {Group: Men, N: 23}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(plainSpaces(c.Description()))
	// Output: Participants by sex. Women: 37 (61.67%); Men: 23 (38.33%).
}
