package report

import (
	"math"

	"github.com/go-gota/gota/dataframe"
	"github.com/go-gota/gota/series"

	"github.com/efseval/efseval/evaluate"
)

// Frame is the figures of a report as a data frame, for analysts: the columns of figures.csv,
// with value, n, numerator, denominator, lower, upper and level as float64 and NaN where there
// is nothing. A report without figures gives a frame of these columns without rows.
func Frame(r *Report) dataframe.DataFrame {
	var figures []evaluate.Figure
	if r.Figures != nil {
		figures = r.Figures.All()
	}
	records := make([][]string, len(figures))
	for i, f := range figures {
		records[i] = figureRecord(f)
	}
	columns := make([]series.Series, len(figureColumns))
	for i, name := range figureColumns {
		if isNumber(name) {
			columns[i] = numberSeries(name, figures)
		} else {
			columns[i] = textSeries(i, records)
		}
	}
	return dataframe.New(columns...)
}

func isNumber(column string) bool {
	switch column {
	case "value", "n", "numerator", "denominator", "lower", "upper", "level":
		return true
	}
	return false
}

func numberSeries(name string, figures []evaluate.Figure) series.Series {
	numbers := make([]float64, len(figures))
	for i := range figures {
		numbers[i] = numberOf(&figures[i], name)
	}
	return series.New(numbers, series.Float, name)
}

func numberOf(f *evaluate.Figure, column string) float64 {
	var v evaluate.Value
	switch column {
	case "value":
		v = f.Value
	case "n":
		v = f.N
	case "numerator":
		v = f.Numerator
	case "denominator":
		v = f.Denominator
	case "lower":
		v = f.Interval.Lo
	case "upper":
		v = f.Interval.Hi
	case "level":
		if f.Interval.Present() {
			v = evaluate.Real(f.Interval.Level)
		}
	}
	if !v.Present() {
		return math.NaN()
	}
	return v.Float()
}

func textSeries(column int, records [][]string) series.Series {
	texts := make([]string, len(records))
	for i, record := range records {
		texts[i] = record[column]
	}
	return series.New(texts, series.String, figureColumns[column])
}
