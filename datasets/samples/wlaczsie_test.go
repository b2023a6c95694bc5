package samples

import (
	"testing"
	"time"
)

func TestKatowiceWlaczPeople(t *testing.T) {
	people := drawn(t, wlaczSeed, wlaczPeople)
	lawful(t, people)
	inactive := func(p *person) bool { return p.status == "inactive" }
	hold(t, people, []truth{
		{"all", 839, everybody},
		{"women", 477, sex("woman")},
		{"men", 362, sex("man")},
		{"finished as planned", 670, func(p *person) bool { return p.completed == "yes" && p.exit != none }},
		{"left otherwise", 104, func(p *person) bool { return p.completed == "no" && p.exit != none }},
		{"still here", 65, func(p *person) bool { return p.completed == "" && p.exit == none }},
		{"CR04", 106, func(p *person) bool { return idle(p) && p.has("employment") }},
		{"CR03", 75, func(p *person) bool { return p.has("qualification") }},
		{"CR01", 26, func(p *person) bool { return inactive(p) && p.has("job_search") }},
		{"unemployed who seek work", 40, func(p *person) bool { return idle(p) && !inactive(p) && p.has("job_search") }},
		{"work and qualification", 19, func(p *person) bool { return p.has("employment") && p.has("qualification") }},
		{"kept their work", 56, func(p *person) bool { return p.working() && p.has("continues_employment") }},
		{"minors into work or seeking it", 0, func(p *person) bool { return p.age < 18 && (p.has("employment") || p.has("job_search")) }},
		{"education of pupils", 0, func(p *person) bool { return p.detail == "in_education" && p.has("education") }},
		{"before May 2015", 0, func(p *person) bool { return p.entry < date(2015, time.May, 1) }},
		{"incomplete", 0, func(p *person) bool {
			return p.sex == "" || p.status == "" || p.age == 0 || p.education == "" || p.jobless == "" || p.single == ""
		}},
		{"workers in jobless households", 0, func(p *person) bool { return p.working() && p.jobless == "yes" }},
		{"children of a household with workers", 0, func(p *person) bool { return p.joblessKids == "yes" && p.jobless != "yes" }},
	})
}

func TestKatowiceWlaczExport(t *testing.T) {
	rows := workbookCells(t, fileBytes(t, "katowice-wlacz-sie/uczestnicy-sl2014-synthetic.xlsx"))
	above := len(sl2014Preamble()) + 1
	if len(rows) != above+1450 {
		t.Fatalf("%d rows, want %d above and 1450 below the header", len(rows), above)
	}
	if n := len(rows[above-1]); n != 46 {
		t.Errorf("header has %d columns, want 46", n)
	}
	people := map[string]bool{}
	for _, row := range rows[above:] {
		people[row[5]] = true
	}
	if len(people) != 839 {
		t.Errorf("%d people in the export, want 839", len(people))
	}
	twice := map[string]int{}
	for _, h := range rows[above-1] {
		twice[h]++
	}
	if twice["W tym"] != 2 || twice["Nr budynku"] != 2 {
		t.Errorf("W tym %d times, Nr budynku %d times; want 2 and 2", twice["W tym"], twice["Nr budynku"])
	}
}
