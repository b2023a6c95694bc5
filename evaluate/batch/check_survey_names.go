package batch

import (
	"fmt"
	"slices"
)

// surveyNames files a fault where the name of a questionnaire, or of a later wave, would give two tables, charts
// or figures one id: a later wave stands behind a dash (m-half), as do the parts of a long chart (m-2).
func (c *checker) surveyNames() {
	taken := map[string]string{"forest": "the chart of all scales"}
	for i, s := range c.project.Surveys {
		path := fmt.Sprintf("$.surveys[%d]", i)
		parts := (len(s.Pre.Items) + itemsPerChart - 1) / itemsPerChart
		claim := func(at, id, what string) {
			if by, is := taken[id]; is && by != what {
				c.fault(at, "gives tables and charts the name %q, as does %s; choose another name", id, by)
			}
			taken[id] = what
			for part := 1; part <= parts && parts > 1; part++ {
				id, what := fmt.Sprintf("%s-%d", id, part), what+" with more than one chart of questions"
				if by, is := taken[id]; is && by != what {
					c.fault(at, "gives tables and charts the name %q, as does %s; choose another name", id, by)
				}
				taken[id] = what
			}
		}
		claim(path+".name", s.Name, "the questionnaire "+s.Name)
		for j, l := range s.Later {
			at := fmt.Sprintf("%s.later[%d].name", path, j)
			if slices.Contains(partsOfSurvey(), l.Name) {
				c.fault(at, "is %q, which the ids of figures use for something else; choose another name, as half-year", l.Name)
			}
			claim(at, s.Name+"-"+l.Name, "the wave "+l.Name+" of "+s.Name)
		}
	}
}

// partsOfSurvey are the words that follow survey/NAME/ in the ids of figures.
func partsOfSurvey() []string {
	return []string{"women", "men", "by", "item", "category", "difference", "attrition", "change", "reliable", "pairs"}
}
