package samples

import (
	"fmt"
	"strings"
	"time"
)

// Published amounts of KATOWICE-PAL, in grosze. The indirect flat rate of 25 % of direct costs
// divides the total without a rest; it is an assumption of this sample.
const (
	palTotal    = 93_971_745
	palEU       = 79_875_983
	palIndirect = palTotal / 5
)

const nbsp = "\u00a0"

// expense is one line of the ledger, in grosze.
type expense struct {
	task, item, kind string
	on               day
	amount, eu       int64
}

// palTask is a task of the ledger: its items are paid once in each of the periods, in
// proportion to their weight.
type palTask struct {
	task, kind string
	items      []string
	weight     int64
	paid       []day
}

func palTasks() []palTask {
	halves := []day{date(2021, time.June, 30), date(2021, time.December, 31), date(2022, time.June, 30), date(2022, time.December, 30)}
	years := []day{date(2021, time.December, 15), date(2022, time.December, 15)}
	last := []day{date(2022, time.September, 30)}
	return []palTask{
		{"Organizatorzy społeczności lokalnej", "koszty bezpośrednie", []string{"Wynagrodzenia 3 organizatorów społeczności lokalnej"}, 613, halves},
		{"Kluby społecznościowe", "koszty bezpośrednie", []string{"Strefa Rodzica", "Strefa Młodzieży", "Strefa Seniora"}, 251, years},
		{"Akademia Aktywnego Mieszkańca", "koszty bezpośrednie", []string{"Grupa seniorów", "Grupa młodzieży i dorosłych"}, 197, years},
		{"Reintegracja zawodowa", "koszty bezpośrednie", []string{"Indywidualny trening pracy", "Kursy kwalifikacyjne zakończone certyfikatem"}, 283, years},
		{"Staże zawodowe", "koszty bezpośrednie", []string{"Stypendia stażowe, grupa 1", "Stypendia stażowe, grupa 2"}, 347, last},
		{"Koszty pośrednie", "koszty pośrednie", []string{"Koszty pośrednie rozliczane stawką ryczałtową"}, 613, halves},
	}
}

// palExpenses are the lines of the ledger. They sum to the published amounts.
func palExpenses() ([]expense, error) {
	lines := palLines()
	divide(lines, "koszty bezpośrednie", palTotal-palIndirect)
	divide(lines, "koszty pośrednie", palIndirect)
	var total, eu int64
	for i := range lines {
		before := total
		total += lines[i].amount
		lines[i].eu = share85(total) - share85(before)
		eu += lines[i].eu
	}
	if total != palTotal || eu != palEU {
		return nil, fmt.Errorf("ledger of KATOWICE-PAL sums to %d and %d grosze", total, eu)
	}
	return lines, nil
}

// palLines lists the lines with their weights as amounts, uneven by date.
func palLines() []expense {
	var lines []expense
	for _, t := range palTasks() {
		for i, item := range t.items {
			for j, on := range t.paid {
				weight := t.weight + int64(17*i+29*j)
				lines = append(lines, expense{task: t.task, item: item, kind: t.kind, on: on, amount: weight})
			}
		}
	}
	return lines
}

// divide shares a sum among the lines of a kind by their weights; the rounding is carried from
// line to line, so that nothing is left over:
//
//	amount_i = floor(sum·W_i/W) − floor(sum·W_{i−1}/W), W_i the weights up to line i
func divide(lines []expense, kind string, sum int64) {
	var all, seen int64
	for _, l := range lines {
		if l.kind == kind {
			all += l.amount
		}
	}
	for i := range lines {
		if lines[i].kind != kind {
			continue
		}
		before := sum * seen / all
		seen += lines[i].amount
		lines[i].amount = sum*seen/all - before
	}
}

// share85 is 85 % rounded half up.
func share85(grosze int64) int64 { return (grosze*85 + 50) / 100 }

func palLedger() ([]byte, error) {
	lines, err := palExpenses()
	if err != nil {
		return nil, err
	}
	rows := [][]string{{"Zadanie", "Pozycja", "Rodzaj kosztu", "Data", "Kwota ogółem", "w tym EFS"}}
	for _, l := range lines {
		rows = append(rows, []string{l.task, l.item, l.kind, l.on.String(), zloty(l.amount), zloty(l.eu)})
	}
	return csvText(true, rows)
}

// zloty prints grosze as Polish offices do, with no-break spaces: 39 154,89 zł.
func zloty(grosze int64) string {
	whole := fmt.Sprint(grosze / 100)
	var groups []string
	for len(whole) > 3 {
		groups = append([]string{whole[len(whole)-3:]}, groups...)
		whole = whole[:len(whole)-3]
	}
	groups = append([]string{whole}, groups...)
	return fmt.Sprintf("%s,%02d%szł", strings.Join(groups, nbsp), grosze%100, nbsp)
}
