package batch

import (
	"strconv"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/stats"
	"github.com/efseval/efseval/indicators"
)

// Sample says that a longer-term result comes from a representative sample, as the regulation allows
// (1304/2013, Annex I): those whose later situation is known were drawn, the others were not asked.
type Sample struct {
	Population int     `yaml:"population"` // those eligible who left, none fewer than in the export. Defaults to those in the export.
	Drawn      int     `yaml:"drawn"`      // asked, with or without an answer; 0: not said
	Margin     float64 `yaml:"margin"`     // percentage points that the share may be off. Defaults to 3.
	Level      float64 `yaml:"level"`      // of the intervals. Defaults to 0.95.
	Source     string  `yaml:"source"`     // how it was drawn, as a plan of the sample. Required with population or drawn.
}

// The condition on a sample of longer-term results: 3 percentage points at 95 %.
const (
	sampleMargin = 3
	sampleLevel  = 0.95
)

func (s Sample) margin() float64 {
	if s.Margin == 0 {
		return sampleMargin / 100.0
	}
	return s.Margin / 100
}

func (s Sample) level() float64 {
	if s.Level == 0 {
		return sampleLevel
	}
	return s.Level
}

func whole(n int64) string { return strconv.FormatInt(n, 10) }

// samples checks samples: of a project file.
func (c *checker) samples() {
	p := c.project
	for _, code := range sortedKeys(p.Samples) {
		s, path := p.Samples[code], "$.samples."+code
		if p.set != nil {
			if d := p.set.Definition(code); d == nil || !isLater(p.set, d) {
				c.fault(path, "is no longer-term result of %s that is read from %s; only such a result may come from a sample", p.set.Name, laterField)
			}
		}
		if p.Participants == nil {
			c.fault(path, "there are no participants that a sample could be drawn from; take it out")
		}
		switch {
		case s.Population < 0 || s.Population > maxTarget:
			c.fault(path+".population", "is %d; want the whole number of those eligible who left", s.Population)
		case s.Drawn < 0 || s.Population > 0 && s.Drawn > s.Population:
			c.fault(path+".drawn", "is %d; want the number of persons drawn, at most the population", s.Drawn)
		case s.Margin != 0 && !(s.Margin > 0 && s.Margin < 50):
			c.fault(path+".margin", "is %v; want percentage points above 0 and below 50, as 3", s.Margin)
		case s.Level != 0 && !(s.Level > 0 && s.Level < 1):
			c.fault(path+".level", "is %v; want a level strictly between 0 and 1, as 0.95", s.Level)
		case s.Source == "" && (s.Population > 0 || s.Drawn > 0):
			c.say(path, "brakuje source:; podaj, skąd są te liczby, np. plan próby", "source: is missing; say where these numbers are from, as the plan of the sample")
		}
	}
}

// sampled is a sample and what was counted of it.
type sampled struct {
	Sample
	code              string
	path              string // sample/CR06
	name              evaluate.Text
	achieved          indicators.Cell
	known             indicators.Cell // Num: with an answer; Den: eligible who left, in the export
	population, drawn int
}

// sampled reads the sample of a result; why says what stands against it.
func (r *run) sampled(code string) (s sampled, why evaluate.Text) {
	s = sampled{Sample: r.project.Samples[code], code: code, path: "sample/" + code, name: text(r.set.Definition(code).Name)}
	s.achieved, s.known = r.cell(code, indicators.Total), r.cell(knownPrefix+code, indicators.Total)
	switch {
	case !s.known.Available:
		return s, text(s.known.Why)
	case !s.achieved.Available:
		return s, text(s.achieved.Why)
	}
	s.population, s.drawn = int(s.known.Den), s.Drawn
	if s.Population > 0 {
		s.population = s.Population
	}
	return s, evaluate.Text{}
}

// addSamples files the figures of every sample of the project.
func (r *run) addSamples() error {
	for _, code := range sortedKeys(r.project.Samples) {
		s, why := r.sampled(code)
		if !why.Empty() {
			if err := r.add(s.unavailable(why)...); err != nil {
				return err
			}
			continue
		}
		if err := r.contradictedSample(s); err != nil {
			return err
		}
		figures, err := s.figures()
		if err != nil {
			return err
		}
		likeness, err := r.representation(s)
		if err != nil {
			return err
		}
		if err := r.add(r.madeUp([]string{r.project.Participants.File}, append(figures, likeness...))...); err != nil {
			return err
		}
	}
	return nil
}

// contradictedSample is a Fault where the export has more persons than the project file states: eligible ones who
// left than the population, known ones than drawn ones.
func (r *run) contradictedSample(s sampled) error {
	path, left, known := "$.samples."+s.code, int(s.known.Den), int(s.known.Num)
	switch {
	case left > s.population:
		return r.project.say(path+".population", "wynosi %d, a w eksporcie jest uprawnionych, którzy zakończyli udział: %d; popraw liczbę albo ją pomiń: liczą się wtedy ci z eksportu",
			"is %d, and in the export there are %d eligible persons who left; correct the number, or leave it out: those in the export count then", s.population, left)
	case s.drawn > s.population:
		return r.project.say(path+".drawn", "wynosi %d, a populacja liczy %d; wylosowanych nie może być więcej niż populacji",
			"is %d, and the population is %d; no more can be drawn than there are", s.drawn, s.population)
	case s.drawn > 0 && known > s.drawn:
		return r.project.say(path+".drawn", "wynosi %d, a w eksporcie znana jest sytuacja osób: %d; w próbie nie może ich być więcej, niż wylosowano",
			"is %d, and in the export the situation of %d persons is known; in a sample there cannot be more of them than were drawn", s.drawn, known)
	}
	return nil
}

// required is the sample that the condition asks for.
func (s sampled) required() (int, error) {
	if s.population == 0 {
		return 0, nil
	}
	return stats.SampleSize(s.margin(), s.level(), s.population)
}
