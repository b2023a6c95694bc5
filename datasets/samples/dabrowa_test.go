package samples

import "testing"

func TestDabrowaPeople(t *testing.T) {
	people := drawn(t, dabrowaSeed, dabrowaPeople)
	lawful(t, people)
	flow := func(code string) func(*person) bool { return func(p *person) bool { return p.flow == code } }
	hold(t, people, []truth{
		{"all", 90, everybody},
		{"women in secondary education", 9, func(p *person) bool { return p.sex == "woman" && p.had("formal_education") }},
		{"men in secondary education", 0, func(p *person) bool { return p.sex == "man" && p.had("formal_education") }},
		{"finished", 78, flow("finished")},
		{"broke off", 7, flow("broke_off")},
		{"continue", 5, flow("continues")},
		{"continue with an exit", 0, func(p *person) bool { return p.flow == "continues" && p.exit != none }},
		{"rehabilitation", 14, func(p *person) bool { return p.had("rehabilitation") && p.disability == "yes" }},
		{"outside 2011", 0, func(p *person) bool {
			return p.entry.String()[:4] != "2011" || p.exit != none && p.exit.String()[:4] != "2011"
		}},
	})
}

func TestDabrowaExport(t *testing.T) {
	kinds := map[string]int{}
	for _, row := range workbookCells(t, fileBytes(t, "dabrowa-integra/uczestnicy-pefs2007-synthetic.xlsx")) {
		if len(row) > 2 {
			kinds[row[0]]++
		}
		if len(row) > 2 && row[0] == "Rodzina" && row[3]+row[4]+row[15] != "" {
			t.Errorf("a family with the attributes of a person: %q", row)
		}
	}
	if kinds["Osoba"] != 90 || kinds["Rodzina"] != 10 {
		t.Errorf("%d people and %d families, want 90 and 10", kinds["Osoba"], kinds["Rodzina"])
	}
}
