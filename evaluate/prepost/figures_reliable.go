package prepost

import (
	"github.com/efseval/efseval/evaluate"
)

// reliableFigures tell whose change is more than the error of measuring twice; none without a yardstick.
func (c Change) reliableFigures(n namer) []evaluate.Figure {
	r := c.Reliable
	if r == nil {
		return nil
	}
	y := c.options.Yardstick
	formula := evaluate.T("Jacobson i Truax: |po − przed| > z · SD · √2 · √(1 − r); ", "Jacobson and Truax: |after − before| > z · SD · √2 · √(1 − r); ").Joined("", y.Source)
	of := func(id, pl, en string, k int) evaluate.Figure {
		if !r.Threshold.Defined {
			return evaluate.Unavailable(n.prefix+"/reliable/"+id, n.label(pl, en), evaluate.Persons, n.because(r.Threshold))
		}
		return n.count("reliable/"+id, pl, en, k, evaluate.Persons).WithShare(evaluate.Count(k), evaluate.Count(c.N)).By(formula)
	}
	return []evaluate.Figure{
		n.maybe("reliable/reliability", "rzetelność przyjęta do wskaźnika", "reliability taken for the index", y.Reliability, evaluate.Statistic).By(y.Source),
		n.maybe("reliable/threshold", "próg rzetelnej zmiany", "threshold of a reliable change", r.Threshold, evaluate.Points).By(formula),
		of("improved", "rzetelna poprawa", "reliably improved", r.Improved),
		of("unchanged", "bez rzetelnej zmiany", "no reliable change", r.Unchanged),
		of("worsened", "rzetelne pogorszenie", "reliably worsened", r.Worsened),
	}
}
