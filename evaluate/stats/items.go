package stats

// Item is how one item goes with the rest of its scale.
type Item struct {
	Rest  Maybe // correlation with the total of the other items
	Total Maybe // correlation with the total of all items, this one included
	// AlphaWithout is alpha of the scale without this item; where it is above
	// the alpha of the whole, the item weakens the scale.
	AlphaWithout             Maybe
	StandardizedAlphaWithout Maybe
}

// ItemAnalysis describes every item, in the order given; the answers are as for
// [CronbachAlpha]. Rest is the corrected item-total correlation (psych:
// r.drop), Total the uncorrected (raw.r). Undefined members: a correlation below
// 2 people or where one side does not vary; Rest of a single item (FewItems);
// AlphaWithout where fewer than 2 items remain; StandardizedAlphaWithout also
// where one of those does not vary. Errors are those of CronbachAlpha.
func ItemAnalysis(items [][]float64) ([]Item, error) {
	if err := checkItems(items); err != nil {
		return nil, err
	}
	out := make([]Item, len(items))
	var s matrix
	if len(items) > 0 && len(items[0]) > 1 {
		s = covariances(items)
	}
	for i, item := range items {
		others := make([][]float64, 0, len(items)-1)
		others = append(append(others, items[:i]...), items[i+1:]...)
		out[i] = Item{
			Rest:         correlation(item, totals(items, i)),
			Total:        correlation(item, totals(items, -1)),
			AlphaWithout: alpha(others),
		}
		if len(items) == 1 {
			out[i].Rest = undefined(FewItems)
		}
		out[i].StandardizedAlphaWithout = out[i].AlphaWithout
	}
	if len(items) > 2 && len(s) > 0 {
		for i, a := range s.standardizedWithout() {
			if out[i].AlphaWithout.Defined {
				out[i].StandardizedAlphaWithout = a
			}
		}
	}
	return out, nil
}

// standardizedWithout is, for each of at least 3 items, the standardised alpha of the others. Where all vary
// it comes from the sums of the rows of the correlations; else those that do not vary decide.
func (m matrix) standardizedWithout() []Maybe {
	out := make([]Maybe, len(m))
	c, ok := m.correlations()
	all := c.sum() // 0 without any
	for i := range m {
		rest := c
		if !ok {
			if rest, out[i] = m.without(i), undefined(NoVariance); rest.constant() {
				continue
			}
			rest, _ = rest.correlations()
			out[i] = standardizedAlpha(rest)
			continue
		}
		k, row := float64(len(m)), matrix{c[i]}.sum()
		out[i] = standardizedOf((all-2*row-k+2)/((k-1)*(k-2)), len(m)-1)
	}
	return out
}

// constant tells whether an item does not vary.
func (m matrix) constant() bool {
	for i := range m {
		if !(m[i][i] > 0) {
			return true
		}
	}
	return false
}
