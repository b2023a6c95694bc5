package cost

import (
	"embed"
	"fmt"
	"math/big"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed rates/*.yaml
var rateFiles embed.FS

// Rates are the price index and the exchange rates that a run uses, as exact decimals.
type Rates struct {
	CPISource string
	EURSource string
	cpi       map[int]*big.Rat // this year's prices over last year's
	eur       map[int]*big.Rat // złote for one euro
}

type cpiFile struct {
	Source  string         `yaml:"source"`
	Vintage string         `yaml:"vintage"`
	Years   map[int]string `yaml:"previous_year_100"`
}

type eurFile struct {
	Source  string         `yaml:"source"`
	Vintage string         `yaml:"vintage"`
	Years   map[int]string `yaml:"pln_per_eur"`
}

// LoadRates reads the embedded rate files, once for all who ask.
func LoadRates() (*Rates, error) { return loadOnce() }

var loadOnce = sync.OnceValues(readAll)

func readAll() (*Rates, error) {
	var cpi cpiFile
	var eur eurFile
	if err := readRates("rates/cpi-pl.yaml", &cpi); err != nil {
		return nil, err
	}
	if err := readRates("rates/eur-pln.yaml", &eur); err != nil {
		return nil, err
	}
	r := &Rates{CPISource: cpi.Source + " (" + cpi.Vintage + ")", EURSource: eur.Source + " (" + eur.Vintage + ")"}
	var err error
	if r.cpi, err = ratesOf(cpi.Years, 100); err != nil {
		return nil, err
	}
	r.eur, err = ratesOf(eur.Years, 1)
	return r, err
}

// RateFiles names the embedded rate files, for [RateText].
func RateFiles() []string { return []string{"rates/cpi-pl.yaml", "rates/eur-pln.yaml"} }

// RateText is one of the embedded rate files, with its comments.
func RateText(name string) ([]byte, error) {
	text, err := rateFiles.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("cost: %w", err)
	}
	return text, nil
}

func readRates(name string, into any) error {
	text, err := RateText(name)
	if err != nil {
		return err
	}
	if err := yaml.UnmarshalWithOptions(text, into, yaml.Strict()); err != nil {
		return fmt.Errorf("cost: %s: %w", name, err)
	}
	return nil
}

func ratesOf(years map[int]string, base int64) (map[int]*big.Rat, error) {
	out := make(map[int]*big.Rat, len(years))
	for year, text := range years {
		r, ok := new(big.Rat).SetString(text)
		if !ok || r.Sign() <= 0 {
			return nil, fmt.Errorf("cost: rate of %d is %q, must be a positive decimal", year, text)
		}
		out[year] = r.Quo(r, big.NewRat(base, 1))
	}
	return out, nil
}

// LatestPrices is the last year of the price index.
func (r *Rates) LatestPrices() int {
	latest := 0
	for year := range r.cpi {
		latest = max(latest, year)
	}
	return latest
}

// PriceFactor turns prices of one year into prices of a later or earlier one: the product of
// the yearly indices between them.
//
//	factor(from, to) = Π cpi(y)/100,  from < y <= to
//
// An error where a year lies outside the index.
func (r *Rates) PriceFactor(from, to int) (*big.Rat, error) {
	if from > to {
		f, err := r.PriceFactor(to, from)
		if err != nil {
			return nil, err
		}
		return f.Inv(f), nil
	}
	factor := big.NewRat(1, 1)
	for year := from; year <= to; year++ {
		index, ok := r.cpi[year]
		if !ok {
			return nil, fmt.Errorf("cost: no consumer price index for %d", year)
		}
		if year > from {
			factor.Mul(factor, index)
		}
	}
	return factor, nil
}

// EUR is the yearly mean of złote for one euro; an error where the year has none.
func (r *Rates) EUR(year int) (*big.Rat, error) {
	rate, ok := r.eur[year]
	if !ok {
		return nil, fmt.Errorf("cost: no mean euro rate for %d", year)
	}
	return new(big.Rat).Set(rate), nil
}
