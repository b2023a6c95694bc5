package selftest

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/cost"
)

// written is the input of what reads one text.
type written struct {
	Text    string   `yaml:"text"`
	Decimal string   `yaml:"decimal"` // "," or "."; empty: to be concluded
	Layouts []string `yaml:"layouts"`
}

func pesel(in written) (answers, error) {
	p, err := check.ParsePESEL([]byte(in.Text))
	fault := "none"
	for name, is := range map[string]error{"form": check.ErrForm, "date": check.ErrDate, "check digit": check.ErrChecksum} {
		if errors.Is(err, is) {
			fault = name
		}
	}
	a := answers{"fault": fault, "birth": "none", "sex": "none"}
	if fault == "none" || fault == "check digit" {
		a["birth"], a["sex"] = datasets.FormatDay(p.Birth), "man"
		if p.Woman {
			a["sex"] = "woman"
		}
	}
	return a, nil
}

func amount(in written) (answers, error) {
	var mark byte
	if in.Decimal != "" {
		mark = in.Decimal[0]
	}
	d, err := datasets.ParseDecimal([]byte(in.Text), mark)
	if err == nil {
		var grosze int64
		if grosze, err = d.Grosze(); err == nil {
			return answers{"grosze": grosze}, nil
		}
	}
	return answers{"grosze": "refused: " + err.Error()}, nil
}

// spent is the input of money divided: grosze over n units, in prices of years or in euro.
type spent struct {
	Grosze int64 `yaml:"grosze"`
	N      int64 `yaml:"n"`
	From   int   `yaml:"from"`
	To     int   `yaml:"to"`
	Places int   `yaml:"places"`
}

func unitCost(in spent) (answers, error) {
	v := evaluate.GroszePer(in.Grosze, in.N)
	if !v.Present() {
		return answers{"per": "not available", "residue": "not available"}, nil
	}
	return answers{"per": v.Fixed(2), "residue": cost.Residue(in.Grosze, in.N)}, nil
}

func prices(in spent) (answers, error) {
	rates, err := cost.LoadRates()
	if err != nil {
		return nil, err
	}
	factor, err := rates.PriceFactor(in.From, in.To)
	if err != nil {
		return nil, err
	}
	a := answers{"factor": factor.FloatString(in.Places)}
	if in.N != 0 {
		a["per"] = cost.Converted(in.Grosze, in.N, factor).Fixed(2)
	}
	return a, nil
}

func euro(in spent) (answers, error) {
	rates, err := cost.LoadRates()
	if err != nil {
		return nil, err
	}
	rate, err := rates.EUR(in.From)
	if err != nil {
		return nil, err
	}
	return answers{"rate": rate.FloatString(4), "euro": cost.Converted(in.Grosze, in.N, new(big.Rat).Inv(rate)).Fixed(2)}, nil
}

func date(in written) (answers, error) {
	var layouts []datasets.DateLayout
	for _, l := range in.Layouts {
		layouts = append(layouts, datasets.DateLayout(l))
	}
	day, err := datasets.ParseDate([]byte(in.Text), layouts)
	if err != nil {
		return answers{"day": "refused"}, nil
	}
	return answers{"day": datasets.FormatDay(day)}, nil
}

// days is the input of sums of days, written yyyy-MM-dd.
type days struct {
	Birth  string `yaml:"birth"`
	On     string `yaml:"on"`
	Days   int32  `yaml:"days"`
	Months int    `yaml:"months"`
}

func age(in days) (answers, error) {
	birth, err := isoDay(in.Birth)
	if err != nil {
		return nil, err
	}
	on, err := isoDay(in.On)
	return answers{"completed": datasets.CompletedYears(birth, on), "by-year": datasets.YearDifference(birth, on)}, err
}

func after(in days) (answers, error) {
	on, err := isoDay(in.On)
	return answers{"day": datasets.FormatDay(datasets.AddMonths(on, in.Months) + in.Days)}, err
}

func isoDay(text string) (int32, error) {
	day, err := datasets.ParseDate([]byte(text), nil)
	if err != nil {
		return 0, fmt.Errorf("a day of the case: %w", err)
	}
	return day, nil
}

func fold(in written) (answers, error) {
	return answers{"header": datasets.Fold(in.Text), "cell": datasets.FoldText(in.Text)}, nil
}
