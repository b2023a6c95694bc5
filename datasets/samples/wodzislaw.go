package samples

import (
	"fmt"
	"strings"
	"time"
)

const (
	wodzislawSeed    = 2012
	wodzislawProject = "SYN-WODZISLAW-WILCHWY" // the programme published no contract number
	wodzislawPasses  = 75                      // swimming passes for children
	wodzislawGuests  = 100                     // guests of the trip to Ustroń
	wodzislawItems   = 5
)

// wodzislawRow is a row of the participant table, in canonical field names and codes.
type wodzislawRow struct {
	Project   string  `parquet:"project,dict"`
	Person    string  `parquet:"person,dict"`
	Record    string  `parquet:"record,dict"`
	Sex       *string `parquet:"sex,dict,optional"`
	Age       *int32  `parquet:"age,optional"`
	Status    *string `parquet:"labour_status,dict,optional"`
	Detail    *string `parquet:"labour_status_detail,dict,optional"`
	Education *string `parquet:"education,dict,optional"`
	Entry     *int32  `parquet:"entry_date,date,optional"`
	Exit      *int32  `parquet:"exit_date,date,optional"`
	Completed *string `parquet:"completed,dict,optional"`
	Situation *string `parquet:"exit_situation,dict,optional"`
	Engaged   *string `parquet:"engaged,dict,optional"` // zwiększone zaangażowanie w życie społeczne
}

// motivationRow is a row of the wide questionnaire: five items 1-5 before and after.
type motivationRow struct {
	Code  string `parquet:"code,dict"`
	Sex   string `parquet:"sex,dict"`
	Pre1  int32  `parquet:"pre_1"`
	Pre2  int32  `parquet:"pre_2"`
	Pre3  int32  `parquet:"pre_3"`
	Pre4  int32  `parquet:"pre_4"`
	Pre5  int32  `parquet:"pre_5"`
	Post1 int32  `parquet:"post_1"`
	Post2 int32  `parquet:"post_2"`
	Post3 int32  `parquet:"post_3"`
	Post4 int32  `parquet:"post_4"`
	Post5 int32  `parquet:"post_5"`
}

// wodzislawWilchwy makes the exports of „Razem Przeciw Wykluczeniu Społecznemu”, PAL Wilchwy,
// Wodzisław Śląski: 15 people, 5 with vocational competences, motivation up with all 15; the
// 75 children with swimming passes (recipients) and the 100 guests of a trip are not participants.
func wodzislawWilchwy() ([]File, error) {
	d := newDraw(wodzislawSeed)
	people := wodzislawPeople(d)
	answers := wodzislawMotivation(d, people)
	if d.err != nil {
		return nil, d.err
	}
	export, err := parquetTable(wodzislawRows(people))
	if err != nil {
		return nil, err
	}
	motivation, err := parquetTable(answers)
	return []File{
		{"wodzislaw-wilchwy/uczestnicy-synthetic.parquet", export},
		{"wodzislaw-wilchwy/motywacja-synthetic.parquet", motivation},
	}, err
}

// wodzislawPeople makes the 15, all long-term unemployed, over the 16 months of the project.
func wodzislawPeople(d *draw) []*person {
	education := []part[string]{{"isced1", 3}, {"isced2", 4}, {"isced3", 6}, {"isced4", 1}, {"isced5_8", 1}}
	people := populate(d, []group{{name: "adult", n: 15, women: 10, youngest: 26, oldest: 57, status: "unemployed", detail: "long_term_unemployed", education: education}})
	for _, p := range people {
		p.entry, p.completed = d.dayBetween(date(2012, time.March, 1), date(2012, time.April, 16)), "yes"
		p.exit = d.dayBetween(date(2013, time.June, 3), date(2013, time.June, 30))
		p.situations = []string{"none"}
	}
	number(people, "SYN-WOD-%03d")
	for i, p := range pick(d, 8, people, everybody) {
		p.situations = []string{"job_search"} // unemployed at entry: no result of the regulation
		if i < 5 {
			p.situations = []string{"competences"}
		}
		if i < 2 {
			p.situations = []string{"competences", "job_search"}
		}
	}
	return people
}

func wodzislawRows(people []*person) []wodzislawRow {
	var rows []wodzislawRow
	for _, p := range people {
		rows = append(rows, wodzislawRow{
			Project: wodzislawProject, Person: p.id, Record: "participant",
			Sex: &p.sex, Age: new(int32(p.age)), Status: &p.status, Detail: &p.detail, Education: &p.education,
			Entry: new(int32(p.entry)), Exit: new(int32(p.exit)), Completed: new("tak"),
			Situation: new(strings.Join(p.situations, "|")), Engaged: new("tak"),
		})
	}
	for i := range wodzislawPasses {
		rows = append(rows, wodzislawRow{Project: wodzislawProject, Person: fmt.Sprintf("SYN-WOD-R%03d", i+1), Record: "recipient"})
	}
	for i := range wodzislawGuests {
		rows = append(rows, wodzislawRow{Project: wodzislawProject, Person: fmt.Sprintf("SYN-WOD-G%03d", i+1), Record: "guest"})
	}
	return rows
}

// wodzislawMotivation gives each of the 15 a rise of 1 to 9 points on the sum of five items.
func wodzislawMotivation(d *draw, people []*person) []motivationRow {
	rises := deal(d, len(people), part[int]{1, 1}, part[int]{2, 2}, part[int]{3, 3}, part[int]{4, 3}, part[int]{5, 2}, part[int]{6, 2}, part[int]{7, 1}, part[int]{9, 1})
	var rows []motivationRow
	for i, p := range people {
		var pre [wodzislawItems]int32
		for k := range pre {
			pre[k] = int32(d.between(1, 2) + d.between(0, 1)*(i%2))
		}
		post := raised(d, pre, rises[i])
		rows = append(rows, motivationRow{p.id, p.sex, pre[0], pre[1], pre[2], pre[3], pre[4], post[0], post[1], post[2], post[3], post[4]})
	}
	return rows
}

// raised lays points one by one on items that are below 5; a fault where they do not fit.
func raised(d *draw, answers [wodzislawItems]int32, points int) [wodzislawItems]int32 {
	room := 5 * wodzislawItems
	for _, a := range answers {
		room -= int(a)
	}
	if points > room {
		d.fail("a rise of %d points where %d fit", points, room)
		return answers
	}
	for points > 0 {
		k := d.rng.IntN(wodzislawItems)
		if answers[k] < 5 {
			answers[k]++
			points--
		}
	}
	return answers
}
