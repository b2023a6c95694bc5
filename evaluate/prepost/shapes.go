package prepost

import "fmt"

// LongRow is a row of a long file: one sheet, and a column that says of which wave.
type LongRow struct {
	Wave  string // as written; compared as codes are: case, spaces, signs and diacritics apart
	Sheet Sheet
}

// Long parts the rows of a long file by wave. Names are the waves in order of time. Rows without a
// wave are returned by place; one of a wave that is not among the names is an error that names its
// place, for to pass it over would lose its person. Each sheet gets its Index in its wave.
func Long(names []string, rows []LongRow) (waves []Wave, noWave []string, err error) {
	at := map[string]int{}
	for i, name := range names {
		at[Folding{}.Fold(name)] = i
		waves = append(waves, Wave{Name: name})
	}
	if err := checkWaves(waves); err != nil {
		return nil, nil, err
	}
	for _, row := range rows {
		name := Folding{}.Fold(row.Wave)
		i, known := at[name]
		switch {
		case name == "":
			noWave = append(noWave, row.Sheet.Place)
			continue
		case !known:
			return nil, nil, fmt.Errorf("prepost: %s: the wave %q is none of %q; correct the row or name the wave", row.Sheet.Place, row.Wave, names)
		}
		waves[i].take(row.Sheet)
	}
	return waves, noWave, nil
}

func (w *Wave) take(s Sheet) {
	s.Index = len(w.Sheets)
	w.Sheets = append(w.Sheets, s)
}

// WideRow is a row of a wide file: one person, with columns for each wave.
type WideRow struct {
	Code, Group, Place string
	Answers            []WideAnswer // by wave; those left out were not filled in
}

// WideAnswer is what a row says of one wave.
type WideAnswer struct {
	Score  float64
	Scored bool
	Day    int32 // since 1970-01-01
	Dated  bool
}

// Wide parts the rows of a wide file: every row becomes one sheet in each wave, without a score where
// nothing was filled in, so that a person with the columns before alone is one with a score before
// alone. More answers than names are an error. A row without a code cannot be told from another
// person's and is no pair, as in any other shape.
func Wide(names []string, rows []WideRow) ([]Wave, error) {
	var waves []Wave
	for _, name := range names {
		waves = append(waves, Wave{Name: name})
	}
	if err := checkWaves(waves); err != nil {
		return nil, err
	}
	for _, row := range rows {
		if len(row.Answers) > len(names) {
			return nil, fmt.Errorf("prepost: %s: %d answers for %d waves; want one a wave at most", row.Place, len(row.Answers), len(names))
		}
		for i := range waves {
			waves[i].take(row.sheet(i))
		}
	}
	return waves, nil
}

func (r WideRow) sheet(wave int) Sheet {
	s := Sheet{Code: r.Code, Group: r.Group, Place: r.Place}
	if wave < len(r.Answers) {
		a := r.Answers[wave]
		s.Score, s.Scored, s.Day, s.Dated = a.Score, a.Scored, a.Day, a.Dated
	}
	return s
}
