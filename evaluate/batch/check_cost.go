package batch

import (
	"fmt"
	"slices"

	"github.com/efseval/efseval/evaluate/cost"
)

func (c *checker) cost() {
	k := c.project.Cost
	if k == nil {
		return
	}
	total, hasTotal := c.money("$.cost.total", k.Total)
	eu, hasEU := c.money("$.cost.eu", k.EU)
	if hasTotal && total == 0 {
		c.fault("$.cost.total", "is 0, and nobody was supported for nothing; leave cost: out where no amount was published")
	}
	if hasTotal && hasEU && eu > total {
		c.fault("$.cost.eu", "is more than the total of %s; correct the one that is wrong", k.Total)
	}
	if k.Ledger != nil {
		c.input("$.cost.ledger", *k.Ledger, "costs")
	}
	if k.Total == "" && k.Ledger == nil {
		c.fault("$.cost", "gives neither total: nor ledger:; leave cost: out where no amount was published")
	}
	c.twice("$.cost.per", k.Per)
	c.prices("$.cost.price_year", k.PriceYear)
	for i, year := range k.PriceYears {
		if year == k.PriceYear || slices.Contains(k.PriceYears[:i], year) {
			c.say(fmt.Sprintf("$.cost.price_years[%d]", i), "kwoty przelicza się już na rok %d; ich wielkości miałyby te same nazwy", "the amounts are taken for %d already; its figures would have the same names", year)
		}
		c.prices(fmt.Sprintf("$.cost.price_years[%d]", i), year)
	}
}

// money reads an amount that must not be negative.
func (c *checker) money(path, text string) (grosze int64, ok bool) {
	if text == "" {
		return 0, false
	}
	grosze, err := parseMoney(text)
	switch {
	case err != nil:
		c.fault(path, "%q %v; write an amount such as \"939 717,45 zł\"", text, err)
	case grosze < 0:
		c.fault(path, "%q is negative", text)
	}
	return grosze, err == nil && grosze >= 0
}

// prices checks that there are rates for a year.
func (c *checker) prices(path string, year int) {
	if year == 0 {
		return
	}
	rates, err := cost.LoadRates()
	if err == nil {
		_, err = rates.EUR(year)
	}
	if err == nil {
		_, err = rates.PriceFactor(year, rates.LatestPrices())
	}
	if err != nil {
		c.fault(path, "%v; leave it out, or name a year that has both", err)
	}
}
