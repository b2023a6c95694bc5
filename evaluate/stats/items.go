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
// where one of those does not vary.
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
		if out[i].AlphaWithout.Defined {
			out[i].StandardizedAlphaWithout = s.standardizedWithout(i)
		}
	}
	return out, nil
}

// standardizedWithout is the standardised alpha of covariances without an item.
func (m matrix) standardizedWithout(item int) Maybe {
	c, ok := m.without(item).correlations()
	if !ok {
		return undefined(NoVariance)
	}
	return standardizedAlpha(c)
}
