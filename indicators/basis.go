package indicators

// Basis says what the numerator of a result rests on:
//
//	OnDate + OnSituation = Num
//
// OnDate are those whose result has a date within the window that the indicator asks for;
// OnSituation those of whom the export records only the situation, without a date of the result,
// so that it is taken to be that of the window. An indicator that asks for no date rests on
// situations alone. Who meets one of several results by its date (CR05) is in OnDate.
type Basis struct{ OnDate, OnSituation int64 }

func basisOf(c Cell, dated int64) Basis {
	if !c.Available {
		return Basis{}
	}
	return Basis{OnDate: dated, OnSituation: c.Num - dated}
}

// dated compiles, for each result, who is in its numerator by a date.
func (c *compiler) dated(p *plan) error {
	for _, f := range p.figures {
		id, err := c.datedFigure(f)
		if err != nil {
			return err
		}
		p.dated = append(p.dated, id)
	}
	return nil
}

func (c *compiler) datedFigure(f figure) (int, error) {
	d := c.set.Definition(f.code)
	if d == nil || !d.Stage.IsResult() {
		return -1, nil
	}
	by, found, err := c.byDate(&d.Achieved)
	if err != nil {
		return -1, named(err, d.Code)
	}
	if !found {
		return c.nobody(), nil
	}
	return c.all(f.count, by), nil
}

// nobody is the node of no row.
func (c *compiler) nobody() int {
	return c.add(node{op: opNot, kids: []int{c.everyone()}, optional: []bool{false}})
}

// byDate compiles who meets a criterion by way of a date that is known; found is false where the
// criterion asks for none.
//
//	date(within)    = within, and the date is known
//	date(all of k)  = all of k, and date(some k)
//	date(any of k)  = date(some k)
//	date(indicator) = eligible and achieved there, and date(achieved)
//	date(else)      = nobody
func (c *compiler) byDate(cr *Criterion) (id int, found bool, err error) {
	switch {
	case cr.All != nil:
		if id, found, err = c.someByDate(cr.All); err != nil || !found {
			return 0, false, err
		}
		return c.andByDate(cr, id)
	case cr.Any != nil:
		return c.someByDate(cr.Any)
	case cr.Indicator != "":
		if id, found, err = c.byDate(&c.set.Definition(cr.Indicator).Achieved); err != nil || !found {
			return 0, false, err
		}
		return c.andByDate(cr, id)
	case cr.Within != "" || cr.Days != nil || cr.Months != nil:
		known, err := c.known(cr.place, cr.Field)
		if err != nil {
			return 0, false, err
		}
		return c.andByDate(cr, known)
	}
	return 0, false, nil
}

func (c *compiler) andByDate(cr *Criterion, by int) (int, bool, error) {
	whole, err := c.criterion(cr, true)
	return c.all(whole, by), err == nil, err
}

// someByDate joins the parts. Each is optional: a date column that an export lacks leaves what
// the others say.
func (c *compiler) someByDate(parts []Criterion) (int, bool, error) {
	n := node{op: opAny}
	for i := range parts {
		id, found, err := c.byDate(&parts[i])
		if err != nil {
			return 0, false, err
		}
		if found {
			n.kids, n.optional = append(n.kids, id), append(n.optional, true)
		}
	}
	if len(n.kids) == 0 {
		return 0, false, nil
	}
	return c.add(n), true, nil
}
