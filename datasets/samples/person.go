package samples

import (
	"cmp"
	"fmt"
	"slices"
)

// person is one made-up participation, in the codes of datasets/schemas/participants.yaml.
type person struct {
	id                             string
	group                          string // the part of the programme, known to the generator only
	sex, education, status, detail string
	age                            int
	entry, exit                    day    // exit none: still taking part
	completed                      string // yes, no; empty while still taking part
	flow                           string // PO KL only
	situations                     []string
	supports                       []support
	disability, minority           string // yes, no, refused
	homeless, disadvantaged        string
	jobless, joblessKids, single   string // household, 2014-2020 only
	care, rural                    string // PEFS 2007 only
}

// support is one kind of help a person had.
type support struct {
	kind, nature string // nature may be empty
	from, to     day    // none where the export leaves it empty
}

func (p *person) has(situation string) bool { return slices.Contains(p.situations, situation) }

// situation is the i-th situation upon leaving, empty where there are fewer.
func (p *person) situation(i int) string {
	if i >= len(p.situations) {
		return ""
	}
	return p.situations[i]
}

func (p *person) had(kind string) bool {
	return slices.ContainsFunc(p.supports, func(s support) bool { return s.kind == kind })
}

func (p *person) hadNature(nature string) bool {
	return slices.ContainsFunc(p.supports, func(s support) bool { return s.nature == nature })
}

// working tells whether the person had work at entry.
func (p *person) working() bool { return p.status == "employed" }

// group is how many people of one kind a programme has. Ages are spread from youngest to
// oldest, so that both occur.
type group struct {
	name             string
	n, women         int
	youngest, oldest int
	status, detail   string
	education        []part[string]
	reintegration    int            // KATOWICE-PAL: how many of them take the occupational path
	details          []part[string] // instead of detail, where the group is mixed
}

// populate makes the people of the groups: sex dealt exactly, education and detail where the
// group names decks for them.
func populate(d *draw, groups []group) []*person {
	var people []*person
	for _, g := range groups {
		sexes := deal(d, g.n, part[string]{"woman", g.women}, part[string]{"man", g.n - g.women})
		ages := spread(d, g.youngest, g.oldest, g.n)
		for i := range g.n {
			people = append(people, &person{group: g.name, sex: sexes[i], age: ages[i], status: g.status, detail: g.detail})
		}
		made := people[len(people)-g.n:]
		dealInto(d, made, g.education, func(p *person, v string) { p.education = v })
		dealInto(d, made, g.details, func(p *person, v string) { p.detail = v })
	}
	return people
}

// dealInto deals a deck to people; nothing where there is no deck.
func dealInto(d *draw, people []*person, parts []part[string], set func(*person, string)) {
	if len(parts) == 0 {
		return
	}
	for i, v := range deal(d, len(people), parts...) {
		set(people[i], v)
	}
}

// spread is n ages from lo to hi in even steps, shuffled.
func spread(d *draw, lo, hi, n int) []int {
	ages := make([]int, n)
	for i := range ages {
		ages[i] = lo
		if n > 1 {
			ages[i] += i * (hi - lo) / (n - 1)
		}
	}
	d.rng.Shuffle(n, func(i, j int) { ages[i], ages[j] = ages[j], ages[i] })
	return ages
}

// number sorts people by entry and gives them identifiers in that order.
func number(people []*person, format string) {
	slices.SortStableFunc(people, func(a, b *person) int { return cmp.Compare(a.entry, b.entry) })
	for i, p := range people {
		p.id = fmt.Sprintf(format, i+1)
	}
}

// everybody fits.
func everybody(*person) bool { return true }
