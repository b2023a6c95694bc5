package cost

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// Amounts is money spent, in grosze. EU is the part from the European Social Fund; EUKnown
// tells whether it is known at all.
type Amounts struct {
	Total   int64
	EU      int64
	EUKnown bool
}

// Task is the cost of one task of the budget.
type Task struct {
	Name string
	Amounts
	Lines int
}

// Ledger is a cost ledger summed by task, in the order in which tasks first appear.
type Ledger struct {
	Tasks []Task
	Sum   Amounts
	Lines int
}

// Add reads the lines of a batch of schema costs. A line without an amount or a task is an
// error with its place: a sum that leaves lines out is no sum. The EU part of the sum is known
// when every line gives it.
func (l *Ledger) Add(b *datasets.Batch) error {
	task, amount, eu := b.ColumnOf("task"), b.ColumnOf("amount"), b.ColumnOf("eu")
	if task == nil || amount == nil || eu == nil {
		return errors.New("cost: the batch is not of the schema costs")
	}
	var faults []error
	for row := range b.Rows() {
		if !amount.Present || amount.Missing(row) || !task.Present || task.Missing(row) {
			faults = append(faults, fmt.Errorf("%s: a ledger line needs a task and an amount; complete it or take it out", b.Position(row, -1)))
			continue
		}
		line := Amounts{Total: amount.Counts[row]}
		if line.EUKnown = eu.Present && !eu.Missing(row); line.EUKnown {
			line.EU = eu.Counts[row]
		}
		if err := l.addLine(strings.TrimSpace(string(task.Text(row))), line); err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", b.Position(row, -1), err))
		}
	}
	return errors.Join(faults...)
}

func (l *Ledger) addLine(name string, a Amounts) error {
	i := slices.IndexFunc(l.Tasks, func(t Task) bool { return t.Name == name })
	if i < 0 {
		i = len(l.Tasks)
		l.Tasks = append(l.Tasks, Task{Name: name, Amounts: Amounts{EUKnown: true}})
	}
	if l.Lines == 0 {
		l.Sum.EUKnown = true
	}
	l.Lines++
	l.Tasks[i].Lines++
	return errors.Join(l.Tasks[i].add(a), l.Sum.add(a))
}

// add sums without ever wrapping round.
func (a *Amounts) add(b Amounts) error {
	if overflows(a.Total, b.Total) || overflows(a.EU, b.EU) {
		return errors.New("the sum is beyond 92 thousand million millions of złote; check the amounts")
	}
	a.Total += b.Total
	a.EU += b.EU
	a.EUKnown = a.EUKnown && b.EUKnown
	return nil
}

func overflows(a, b int64) bool {
	return b > 0 && a > math.MaxInt64-b || b < 0 && a < math.MinInt64-b
}

// Sort puts the dearest task first, tasks of one cost by name, so that the order of the lines
// changes nothing.
func (l *Ledger) Sort() {
	slices.SortFunc(l.Tasks, func(a, b Task) int {
		return cmp.Or(cmp.Compare(b.Total, a.Total), strings.Compare(a.Name, b.Name))
	})
}
