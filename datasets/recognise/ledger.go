package recognise

// ledger is the table as a ledger of costs; nil where it is none: it has no amount, or nothing that could say
// what was paid for.
func (t *Table) ledger() (*Recognised, error) {
	known, err := t.rank(Costs)
	if err != nil {
		return nil, err
	}
	best := known[0]
	if !best.has("amount") {
		return nil, nil
	}
	amount := t.column(best.fields["amount"])
	if !amount.most(amount.numbers) && amount.Filled > 0 {
		return nil, nil
	}
	r := &Recognised{Table: t, Kind: Costs, Profile: best.Profile, Fields: map[string][]string{}}
	if !best.has("task") {
		named := t.whatFor(best)
		if named == nil {
			return nil, nil
		}
		r.Fields["task"] = []string{named.Header}
	}
	if !r.bind(best.Profile, r.Fields) {
		return nil, nil
	}
	r.settleForms()
	return r, nil
}

// whatFor is the first column of words that no field of a ledger reads but the position: it then stands for the
// task.
func (t *Table) whatFor(best ranked) *Column {
	for i := range t.headers {
		c, rule := t.column(i), best.rules[i]
		if c == nil || rule != nil && rule.Field != "item" || c.numbers+c.dates.all() > 0 || c.Filled == 0 {
			continue
		}
		return c
	}
	return nil
}
