package samples

import (
	"slices"
	"time"
)

const (
	palSeed    = 2021
	palProject = "SYN-KATOWICE-PAL" // the programme published no contract number
)

// katowicePAL makes the exports of „Program Aktywności Lokalnej Wełnowiec-Józefowiec i Dąb”,
// Katowice: 60 people (37 women, 23 men), 939 717,45 zł of which 798 759,83 zł from the ESF.
func katowicePAL() ([]File, error) {
	d := newDraw(palSeed)
	people := palPeople(d)
	sheets := palSheets(d, people)
	if d.err != nil {
		return nil, d.err
	}
	export, err := palExport(people)
	if err != nil {
		return nil, err
	}
	costs, err := palLedger()
	if err != nil {
		return nil, err
	}
	pre, err := sheetsText(sheets, "pre")
	if err != nil {
		return nil, err
	}
	post, err := sheetsText(sheets, "post")
	return []File{
		{"katowice-pal/uczestnicy-sm-efs-synthetic.csv", export},
		{"katowice-pal/koszty-synthetic.csv", costs},
		{"katowice-pal/motywacja-pre-synthetic.csv", pre},
		{"katowice-pal/motywacja-post-synthetic.csv", post},
	}, err
}

// palGroups follows the three clubs: youth, parents, seniors. The totals by sex and the 20
// people of the reintegration path are published; all else is invented.
func palGroups() []group {
	lower := func(n int) part[string] { return part[string]{"isced1_2", n} }
	upper := func(n int) part[string] { return part[string]{"isced3_4", n} }
	higher := func(n int) part[string] { return part[string]{"isced5_8", n} }
	return []group{
		{name: "pupil", n: 9, women: 5, youngest: 16, oldest: 19, status: "inactive", detail: "in_education", education: []part[string]{lower(8), upper(1)}},
		{name: "youth", n: 2, women: 1, youngest: 18, oldest: 24, status: "inactive", detail: "not_in_education", education: []part[string]{lower(2)}, reintegration: 2},
		{name: "youth", n: 3, women: 2, youngest: 19, oldest: 24, status: "unemployed", detail: "other", education: []part[string]{lower(1), upper(2)}, reintegration: 2},
		{name: "parent", n: 10, women: 7, youngest: 25, oldest: 47, status: "unemployed", detail: "long_term_unemployed", education: []part[string]{lower(5), upper(5)}, reintegration: 8},
		{name: "parent", n: 9, women: 6, youngest: 26, oldest: 45, status: "unemployed", detail: "other", education: []part[string]{lower(2), upper(5), higher(2)}, reintegration: 5},
		{name: "parent", n: 6, women: 6, youngest: 25, oldest: 39, status: "inactive", detail: "not_in_education", education: []part[string]{lower(2), upper(3), higher(1)}, reintegration: 2},
		{name: "parent", n: 5, women: 2, youngest: 28, oldest: 46, status: "employed", detail: "small_enterprise", education: []part[string]{upper(3), higher(2)}},
		{name: "senior", n: 1, women: 1, youngest: 56, oldest: 56, status: "unemployed", detail: "long_term_unemployed", education: []part[string]{upper(1)}, reintegration: 1},
		{name: "senior", n: 1, youngest: 58, oldest: 58, status: "unemployed", detail: "other", education: []part[string]{upper(1)}},
		{name: "senior", n: 14, women: 7, youngest: 65, oldest: 78, status: "inactive", detail: "not_in_education", education: []part[string]{{"isced0", 1}, lower(5), upper(6), higher(2)}},
	}
}

// palPeople makes the 60 in order of entry.
func palPeople(d *draw) []*person {
	groups := palGroups()
	people := populate(d, groups)
	palReintegration(d, groups, people)
	for _, p := range people {
		p.entry = d.dayBetween(date(2021, time.January, 11), date(2021, time.December, 10))
		p.exit = d.dayBetween(p.entry+180, date(2022, time.December, 31))
		p.completed = "yes"
	}
	number(people, "SYN-PAL-%03d")
	palLeaveEarly(d, people)
	palSituations(d, people)
	dealInto(d, people, []part[string]{{"yes", 9}, {"no", 48}, {"refused", 3}}, func(p *person, v string) { p.disability = v })
	dealInto(d, people, []part[string]{{"yes", 1}, {"no", 57}, {"refused", 2}}, func(p *person, v string) { p.minority = v })
	dealInto(d, people, []part[string]{{"yes", 2}, {"no", 58}}, func(p *person, v string) { p.homeless = v })
	for _, p := range people {
		p.supports = palSupports(d, p)
	}
	return people
}

// palReintegration marks the 20 people of the reintegration path by their one support that
// nobody else has.
func palReintegration(d *draw, groups []group, people []*person) {
	first := 0
	for _, g := range groups {
		for _, p := range pick(d, g.reintegration, people[first:first+g.n], everybody) {
			p.supports = []support{{kind: "active_integration", nature: "occupational"}}
		}
		first += g.n
	}
}

func reintegrated(p *person) bool { return p.hadNature("occupational") }

// palLeaveEarly makes 8 people leave off the planned path: 3 of the reintegration, 5 others.
func palLeaveEarly(d *draw, people []*person) {
	early := pick(d, 3, people, reintegrated)
	early = append(early, pick(d, 5, people, func(p *person) bool { return !reintegrated(p) && !p.working() })...)
	for _, p := range early {
		p.completed = "no"
		p.exit = p.entry + day(d.between(40, 150))
	}
}

// palSituations gives each leaver one situation upon leaving. Work goes to people who had
// none, job search partly to the inactive (a result) and partly to the unemployed (not one).
func palSituations(d *draw, people []*person) {
	give := func(n int, situation string, fits func(*person) bool) {
		for _, p := range pick(d, n, people, func(p *person) bool { return len(p.situations) == 0 && fits(p) }) {
			p.situations = []string{situation}
		}
	}
	done := func(p *person) bool { return p.completed == "yes" }
	adult := func(p *person) bool { return p.age >= 18 && p.age < 60 && !p.working() }
	give(5, "continues_employment", (*person).working)
	give(12, "qualification", func(p *person) bool { return done(p) && reintegrated(p) })
	give(5, "employment", func(p *person) bool { return done(p) && reintegrated(p) })
	give(2, "employment", func(p *person) bool { return done(p) && adult(p) && p.status == "unemployed" })
	give(2, "job_search", func(p *person) bool { return adult(p) && p.status == "inactive" })
	give(2, "job_search", func(p *person) bool { return adult(p) && p.status == "unemployed" })
	give(1, "education", func(p *person) bool { return adult(p) && p.detail != "in_education" })
	give(12, "competences", done)
	give(19, "none", everybody)
}

// palSupports is the person's way through the programme. A course has no nature, an
// internship neither nature nor date: there the export has an empty item between its pipes.
func palSupports(d *draw, p *person) []support {
	club := support{kind: "active_integration", nature: "social", from: p.entry}
	later := func() day { return d.dayBetween(p.entry+14, p.exit) }
	occupational := support{kind: "active_integration", nature: "occupational", from: later()}
	switch {
	case reintegrated(p) && p.completed == "yes":
		path := []support{club, {kind: "counselling", nature: "vocational_guidance", from: later()}, occupational, {kind: "training", from: later()}}
		if p.has("employment") {
			path = append(path, support{kind: "internship"})
		}
		return path
	case reintegrated(p):
		return []support{club, {kind: "counselling"}, occupational}
	case p.group == "parent":
		return []support{club, {kind: "counselling", nature: "psychological", from: later()}}
	case p.group == "senior" && p.age%2 == 0:
		return []support{club, {kind: "counselling", nature: "legal", from: later()}}
	}
	return []support{club}
}

// palReturner is the person who left and came back: somebody who finished with a
// qualification after 2021. Her or his first stay is a row of its own in the export.
func palReturner(people []*person) (first person, ok bool) {
	i := slices.IndexFunc(people, func(p *person) bool { return p.has("qualification") && p.exit-p.entry > 300 })
	if i < 0 {
		return person{}, false
	}
	first = *people[i]
	first.exit, first.completed = first.entry+60, "no"
	first.situations, first.supports = []string{"none"}, first.supports[:1]
	return first, true
}
