package samples

import "time"

const wlaczSeed = 2015

// katowiceWlacz makes the export of „Włącz się! Program aktywizacji zawodowej i społecznej w
// Katowicach”: 839 people, 670 finished, 106 took up work, 75 qualified, 26 seek work.
func katowiceWlacz() ([]File, error) {
	d := newDraw(wlaczSeed)
	people := wlaczPeople(d)
	if d.err != nil {
		return nil, d.err
	}
	export, err := wlaczExport(people)
	return []File{{"katowice-wlacz-sie/uczestnicy-sl2014-synthetic.xlsx", export}}, err
}

// wlaczGroups splits the published 839; the split itself is invented, by sex as well.
func wlaczGroups() []group {
	work := []part[string]{{"small_enterprise", 27}, {"large_enterprise", 9}, {"local_government", 6}, {"self_employed", 4}, {"other", 10}}
	schooling := []part[string]{{"isced1", 31}, {"isced2", 40}}
	return []group{
		{name: "pupil", n: 71, women: 41, youngest: 15, oldest: 19, status: "inactive", detail: "in_education", education: schooling},
		{name: "adult", n: 170, women: 112, youngest: 18, oldest: 69, status: "inactive", detail: "not_in_education"},
		{name: "adult", n: 30, women: 17, youngest: 18, oldest: 64, status: "inactive", detail: "other"},
		{name: "adult", n: 262, women: 150, youngest: 25, oldest: 63, status: "unemployed_registered", detail: "long_term_unemployed"},
		{name: "adult", n: 168, women: 84, youngest: 18, oldest: 60, status: "unemployed_registered", detail: "other"},
		{name: "adult", n: 36, women: 20, youngest: 25, oldest: 61, status: "unemployed_unregistered", detail: "long_term_unemployed"},
		{name: "adult", n: 46, women: 22, youngest: 18, oldest: 58, status: "unemployed_unregistered", detail: "other"},
		{name: "adult", n: 56, women: 31, youngest: 19, oldest: 62, status: "employed", details: work},
	}
}

// wlaczPeople makes the 839 in order of entry, each record complete.
func wlaczPeople(d *draw) []*person {
	people := populate(d, wlaczGroups())
	adults := people[71:]
	dealInto(d, adults, []part[string]{{"isced0", 12}, {"isced1", 218}, {"isced2", 96}, {"isced3", 327}, {"isced4", 41}, {"isced5_8", 74}}, func(p *person, v string) { p.education = v })
	wlaczLeave(d, people)
	wlaczResults(d, people)
	wlaczCircumstances(d, people)
	number(people, "SYN-WLA-%04d")
	counts := deal(d, len(people), part[int]{1, 378}, part[int]{2, 311}, part[int]{3, 150})
	for i, p := range people {
		p.supports = wlaczSupports(d, p, counts[i])
	}
	return people
}

// wlaczLeave says who finished as planned (670), who left otherwise (104) and who is still
// taking part (65, nobody of the employed).
func wlaczLeave(d *draw, people []*person) {
	for _, p := range people {
		p.completed = "yes"
		p.entry = d.dayBetween(date(2015, time.May, 4), date(2017, time.December, 15))
		p.exit = p.entry + day(d.between(90, 540))
	}
	planned := func(p *person) bool { return p.completed == "yes" && !p.working() }
	for _, p := range pick(d, 104, people, planned) {
		p.completed = "no"
		p.exit = p.entry + day(d.between(20, 120))
	}
	for _, p := range pick(d, 65, people, planned) {
		p.completed, p.exit = "", none
		p.entry = d.dayBetween(date(2017, time.October, 2), date(2018, time.May, 31))
	}
}

// wlaczResults deals out the published results: 106 into work (19 of them qualified too), 75
// qualified (6 of them kept the work they had), 26 inactive who now seek work. 40 unemployed
// who seek work and 50 who only kept their work are there so as not to be counted. Those who
// take up work or seek it are of age.
func wlaczResults(d *draw, people []*person) {
	give := func(n int, fits func(*person) bool, situations ...string) {
		for _, p := range pick(d, n, people, func(p *person) bool { return p.exit != none && len(p.situations) == 0 && fits(p) }) {
			p.situations = situations
		}
	}
	done := func(p *person) bool { return p.completed == "yes" }
	without := func(p *person) bool { return done(p) && !p.working() && p.age >= 18 }
	inactive := func(p *person) bool { return without(p) && p.status == "inactive" }
	unemployed := func(p *person) bool { return without(p) && p.status != "inactive" }
	give(6, (*person).working, "continues_employment", "qualification")
	give(50, (*person).working, "continues_employment", "not_applicable")
	give(19, without, "employment", "qualification")
	give(87, without, "employment", "not_applicable")
	give(50, done, "qualification", "not_applicable")
	give(26, inactive, "job_search", "not_applicable")
	give(40, unemployed, "job_search", "not_applicable")
	give(31, func(p *person) bool { return done(p) && p.detail != "in_education" }, "education", "not_applicable")
	give(214, done, "competences", "not_applicable")
	give(8, func(p *person) bool { return p.completed == "no" }, "being_monitored", "not_applicable")
	give(243, everybody, "none", "not_applicable")
}

// wlaczCircumstances deals out disability, minority, homelessness, household and other
// disadvantage. Nobody employed lives in a household without workers.
func wlaczCircumstances(d *draw, people []*person) {
	all := func(yes, refused int, set func(*person, string)) {
		dealInto(d, people, []part[string]{{"yes", yes}, {"refused", refused}, {"no", len(people) - yes - refused}}, set)
	}
	all(187, 12, func(p *person, v string) { p.disability = v })
	all(9, 12, func(p *person, v string) { p.minority = v })
	all(41, 0, func(p *person, v string) { p.homeless = v })
	all(120, 19, func(p *person, v string) { p.disadvantaged = v })
	for _, p := range people {
		p.jobless, p.joblessKids, p.single = "no", "no", "no"
	}
	jobless := pick(d, 402, people, func(p *person) bool { return !p.working() })
	for i, p := range jobless {
		p.jobless = "yes"
		if i < 171 {
			p.joblessKids = "yes"
		}
	}
	for _, p := range pick(d, 98, people, func(p *person) bool { return p.age >= 20 && p.age < 55 && (p.working() || p.joblessKids == "yes") }) {
		p.single = "yes"
	}
}

// wlaczSupports are the first n supports of the person's path, one row of the export each. A
// qualification begins with a course; the last support of somebody still here has no end.
func wlaczSupports(d *draw, p *person, n int) []support {
	path := []support{{kind: "active_integration", nature: "social"}, {kind: "counselling", nature: "psychological"}, {kind: "guidance"}}
	switch {
	case p.has("qualification"):
		path = []support{{kind: "course"}, {kind: "active_integration", nature: "occupational"}, {kind: "counselling", nature: "vocational_guidance"}}
	case p.has("employment"):
		path = []support{{kind: "active_integration", nature: "occupational"}, {kind: "internship"}, {kind: "counselling", nature: "vocational_guidance"}}
	case p.group == "pupil":
		path = []support{{kind: "social_service"}, {kind: "active_integration", nature: "social"}, {kind: "training"}}
	}
	path = path[:n]
	for i := range path {
		path[i].from = p.entry
		if i > 0 {
			path[i].from = d.dayBetween(path[i-1].from+3, path[i-1].from+12)
		}
		if p.exit != none {
			path[i].to = p.exit
		}
	}
	return path
}
