package recognise

import (
	"maps"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/profiles"
)

// answers is the table as answer sheets; nil where nothing could be the code by which they are paired, or
// nothing a question.
func (t *Table) answers() (*Recognised, error) {
	profile, err := t.answersProfile()
	if err != nil {
		return nil, err
	}
	r := &Recognised{Table: t, Kind: Answers, Profile: profile.Profile, Fields: map[string][]string{}}
	if !profile.has("code") {
		c := t.codeColumn(profile)
		if c == nil {
			return nil, nil
		}
		r.Fields["code"] = []string{c.Header}
	}
	if !profile.has("wave") {
		if c, values := t.waveColumn(profile); c != nil {
			r.Fields["wave"], r.Values = []string{c.Header}, map[string]map[string]string{"wave": values}
		}
	}
	if !r.bind(profile.Profile, r.Fields) {
		return nil, nil
	}
	r.takeQuestions()
	r.settleForms()
	return r, nil
}

// answersProfile is that of the program whose stamp of time the table has, else the house's own.
func (t *Table) answersProfile() (ranked, error) {
	known, err := t.rank(Answers)
	if err != nil {
		return ranked{}, err
	}
	for _, name := range []string{"limesurvey", "google-forms", "ms-forms"} {
		at := slices.IndexFunc(known, func(r ranked) bool { return r.Name == name })
		if at >= 0 && known[at].has("date") {
			return known[at], nil
		}
	}
	at := slices.IndexFunc(known, func(r ranked) bool { return r.Name == "generic-answers" })
	return known[max(at, 0)], nil
}

// codeColumn is one whose header speaks of a code or a number and in which nearly every row, or every second
// where both waves stand below one another, has a value of its own.
func (t *Table) codeColumn(profile ranked) *Column {
	for i := range t.headers {
		c := t.column(i)
		if c == nil || profile.rules[i] != nil || ignored(profile.Profile, c.Header) || c.Filled == 0 || 10*len(c.own) < 4*c.Filled {
			continue
		}
		for word := range strings.FieldsSeq(datasets.Fold(c.Header)) {
			if slices.Contains([]string{"kod", "kodu", "code", "id", "identyfikator", "identifier", "nr", "numer", "number", "token", "pseudonim", "respondent", "uczestnik", "person", "participant", "osoba"}, word) {
				return c
			}
		}
	}
	return nil
}

// waveColumn is one that holds words for two waves, before and after or numbered ones, and nothing else.
func (t *Table) waveColumn(profile ranked) (*Column, map[string]string) {
	for i := range t.headers {
		c := t.column(i)
		if c == nil || profile.rules[i] != nil || len(c.words) < 2 {
			continue
		}
		if values := twoWaves(slices.Sorted(maps.Keys(c.words))); values != nil {
			return c, values
		}
	}
	return nil, nil
}

// twoWaves gives each word its wave; nil where a word is of none, or they are of one or of more than two.
func twoWaves(words []string) map[string]string {
	ranks, seen := map[string]int{}, []int{}
	for _, word := range words {
		rest, rank := cutMarker(word)
		if rank == noRank || len(rest) > 3 {
			return nil
		}
		if ranks[word] = rank; !slices.Contains(seen, rank) {
			seen = append(seen, rank)
		}
	}
	if len(seen) != 2 {
		return nil
	}
	values := map[string]string{}
	for word, rank := range ranks {
		values[word] = "post"
		if rank == min(seen[0], seen[1]) {
			values[word] = "pre"
		}
	}
	return values
}

func ignored(p *datasets.Profile, header string) bool {
	return slices.ContainsFunc(p.Ignore, func(name string) bool { return datasets.Fold(name) == datasets.Fold(header) })
}

// takeQuestions makes questions of the columns that hold answers, and leaves the others unplaced.
func (r *Recognised) takeQuestions() {
	var asked []*Column
	for _, c := range r.Unplaced {
		if !profiles.TellsWho(c.Header) && c.answers() != noAnswers {
			asked = append(asked, c)
		}
	}
	r.parts = partsOf(asked)
	taken := map[*Column]bool{}
	for _, p := range r.parts {
		for _, c := range p.items {
			taken[c] = true
			r.Placed = append(r.Placed, Placed{Column: c, Item: true})
		}
	}
	r.Unplaced = slices.DeleteFunc(r.Unplaced, func(c *Column) bool { return taken[c] })
	slices.SortStableFunc(r.Placed, func(a, b Placed) int { return a.Column.Place - b.Column.Place })
}

// questions counts the columns of questions.
func (r *Recognised) questions() (n int) {
	for _, p := range r.parts {
		n += len(p.items)
	}
	return n
}
