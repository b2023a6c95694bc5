package report

import (
	"regexp"
	"strings"
	"testing"
)

var (
	idAttribute = regexp.MustCompile(` id="([^"]+)"`)
	fragment    = regexp.MustCompile(` (?:href|aria-labelledby)="#?([^"]+)"`)
	address     = regexp.MustCompile(` (?:src|href|action|data)="([^"]*)"`)
	heading     = regexp.MustCompile(`<h([1-6])[ >]`)
)

// pages are all HTML pages there are.
func pages(t *testing.T) map[string]string {
	return map[string]string{
		"report.pl.html": string(written(t, writers()[0].write, large(t))),
		"report.en.html": string(written(t, writers()[1].write, large(t))),
		"index.html":     string(written(t, writeSampleIndex(t), nil)),
	}
}

func TestPageIsSelfContained(t *testing.T) {
	for name, page := range pages(t) {
		for _, m := range address.FindAllStringSubmatch(page, -1) {
			if strings.Contains(m[1], "//") && !strings.HasPrefix(m[1], "data:") {
				t.Errorf("%s refers to %s", name, m[1])
			}
		}
		for _, no := range []string{"<script", "<link", "@import", "url(", "onclick"} {
			if strings.Contains(page, no) {
				t.Errorf("%s has %s", name, no)
			}
		}
	}
}

func TestPageIDsAreUniqueAndReached(t *testing.T) {
	for name, page := range pages(t) {
		ids := map[string]int{}
		for _, m := range idAttribute.FindAllStringSubmatch(page, -1) {
			ids[m[1]]++
			if ids[m[1]] == 2 {
				t.Errorf("%s: the id %s is there twice", name, m[1])
			}
		}
		for _, m := range fragment.FindAllStringSubmatch(page, -1) {
			for _, id := range strings.Fields(m[1]) {
				internal := strings.Contains(m[0], `="#`) || strings.Contains(m[0], "aria-")
				if internal && ids[id] == 0 {
					t.Errorf("%s: nothing has the id %s that %s leads to", name, id, m[0])
				}
			}
		}
	}
}

func TestPageCanBeReadAloud(t *testing.T) {
	for name, page := range pages(t) {
		last := 0
		for _, m := range heading.FindAllStringSubmatch(page, -1) {
			level := int(m[1][0] - '0')
			if level > last+1 {
				t.Errorf("%s: heading %d follows heading %d", name, level, last)
			}
			last = level
		}
		tables := strings.Count(page, "<table")
		if n := strings.Count(page, "<caption"); n != tables {
			t.Errorf("%s: %d captions of %d tables", name, n, tables)
		}
		if n := strings.Count(page, "<th>"); n > 0 {
			t.Errorf("%s: %d headings of cells without scope", name, n)
		}
		if !strings.Contains(page, `<main`) || !strings.Contains(page, `<html lang="`) {
			t.Errorf("%s: no main or no language", name)
		}
	}
}

// The first screen says that persons are made up: before the first number and the contents.
func TestMadeUpDataAreToldFirst(t *testing.T) {
	page := pages(t)["report.pl.html"]
	banner, number := strings.Index(page, `id="made-up"`), strings.Index(page, "data-figure")
	if banner < 0 || banner > number {
		t.Errorf("banner at %d, first number at %d", banner, number)
	}
	if !strings.Contains(page[banner:number], "kobiety: 37") {
		t.Error("the banner does not list the totals that are matched")
	}
	r := sample(t)
	r.Project.Synthetic = nil
	for i, f := range r.Figures.All() {
		f.MadeUp = false
		if err := r.Figures.Replace(f); err != nil {
			t.Fatal(i, err)
		}
	}
	if page := string(written(t, writers()[0].write, r)); strings.Contains(page, "made-up") || strings.Contains(page, "†") {
		t.Error("a report of real people carries the mark of made-up data")
	}
}

// A figure has an anchor once, and its ID wherever it stands.
func TestFigureAnchors(t *testing.T) {
	r := sample(t)
	page := pages(t)["report.en.html"]
	if n := strings.Count(page, ` id="participants/total"`); n != 1 {
		t.Errorf("%d anchors of participants/total, want 1", n)
	}
	if n := strings.Count(page, `data-figure="participants/total"`); n < 3 {
		t.Errorf("participants/total carries its ID %d times, want at least in summary, table and claims", n)
	}
	for _, m := range dataElement.FindAllStringSubmatch(page, -1) {
		if f, ok := r.Figures.Get(m[1]); ok && f.Value.String() != m[2] {
			t.Errorf("%s has value %s, want %s", m[1], m[2], f.Value)
		}
	}
}

func TestMissingIsNeitherZeroNorDash(t *testing.T) {
	page := pages(t)["report.pl.html"]
	for _, want := range []string{
		`data-figure="indicator/CR04/men" value="" class="missing">brak danych</data><sup>`,
		`data-figure="indicator/CO17/men" value="" class="hidden">utajnione</data><sup>`,
		`data-figure="indicator/CR04/women" value="0" class="known">0</data>`,
		`<span class="none">–</span>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}
