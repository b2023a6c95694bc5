package indicators

// PartRows lists the rows of each part that a dimension splits the batch into, by the value of
// the part as [Part].Values has it. Rows without a value are in [NotKnown]. Each row is in one
// part, and where the dimension overlaps in at least one. A dimension that no counter could split
// by is an error.
func (v *Evaluated) PartRows(d Dimension) (map[string][]int, error) {
	p, err := newSplit(v.engine.set, []Dimension{d})
	if err != nil {
		return nil, err
	}
	if d.Field == "age" { // which the criteria of the set need not ask for
		v.engine.workOutAges(v.batch)
	}
	if err := p.classify(&v.engine, v.batch); err != nil {
		return nil, err
	}
	rows := map[string][]int{}
	for i, part := range p.part {
		row := i
		if d.Overlaps {
			row = int(p.row[i])
		}
		value := p.by[0].value(p.by[0].numberOf(p.keys[part])).Code
		rows[value] = append(rows[value], row)
	}
	return rows, nil
}
