package stats

import "math"

// restricted is the data of a random intercept model, ready for the least
// squares of any ratio of its variances.
type restricted struct {
	y       []double
	columns [][]double
	of      []int     // cluster of each row, numbered from 0
	size    []float64 // rows of each cluster
	means   [][]double
}

func newRestricted(y []float64, columns [][]float64, cluster []int) restricted {
	r := restricted{y: allAsWritten(y), columns: [][]double{ones(len(y))}, of: make([]int, len(y))}
	for _, c := range columns {
		r.columns = append(r.columns, allAsWritten(c))
	}
	number := map[int]int{}
	for i, c := range cluster {
		if _, known := number[c]; !known {
			number[c] = len(r.size)
			r.size = append(r.size, 0)
		}
		r.of[i] = number[c]
		r.size[number[c]]++
	}
	for _, v := range append(r.columns, r.y) {
		r.means = append(r.means, r.clusterMeans(v))
	}
	return r
}

// clusterSums adds up what belongs to each cluster.
func (r restricted) clusterSums(v []double) []double {
	out := make([]double, len(r.size))
	for i, c := range r.of {
		out[c] = out[c].plus(v[i])
	}
	return out
}

func (r restricted) clusterMeans(v []double) []double {
	out := r.clusterSums(v)
	for c := range out {
		out[c] = out[c].over(inDouble(r.size[c]))
	}
	return out
}

// whyNot says why the model cannot be fitted, or nothing.
func (r restricted) whyNot() Reason {
	largest := 0.0
	for _, n := range r.size {
		largest = max(largest, n)
	}
	switch plain := fitLinear(r.y, r.columns, true); {
	case plain.why != "":
		return plain.why
	case plain.DFResidual == 0:
		return FewerRows
	case plain.SSResidual.Value == 0:
		return NoVariance
	case largest < 2:
		return FewerThanTwo
	}
	return ""
}

// restrictedFit is the least squares at one ratio.
type restrictedFit struct {
	o       orthogonal
	z       []double
	squares float64 // of the residuals
	slope   float64 // derivative of the restricted deviance by the ratio
	ok      bool
}

func (r restricted) at(ratio float64) restrictedFit {
	columns := make([][]double, len(r.columns))
	for j, c := range r.columns {
		columns[j] = r.lessened(c, r.means[j], ratio)
	}
	var f restrictedFit
	if f.o, f.ok = orthogonalise(columns); !f.ok {
		return f
	}
	var rest []double
	f.z, rest = f.o.project(r.lessened(r.y, r.means[len(r.columns)], ratio))
	f.squares = dot(rest, rest).value()
	f.slope = r.slope(f.o, rest, f.squares, ratio)
	return f
}

// lessened takes the share 1 - 1/sqrt(1 + n ratio) of its cluster's mean off
// each value.
func (r restricted) lessened(v, means []double, ratio float64) []double {
	out := make([]double, len(v))
	for i, c := range r.of {
		share := inDouble(1 - 1/math.Sqrt(1+r.size[c]*ratio))
		out[i] = v[i].minus(share.times(means[c]))
	}
	return out
}

// slope is, with h_i = 1 + n_i ratio and sums over the rows of person i,
//
//	sum n_i/h_i - sum_i (sum_k (sum q_k)^2 + (N-p)/RSS (sum e)^2) / h_i
//
// the derivative of the log determinants and of (N-p) log RSS.
func (r restricted) slope(o orthogonal, rest []double, squares, ratio float64) float64 {
	var sum double
	add := func(v []double, factor float64) {
		for c, s := range r.clusterSums(v) {
			h := 1 + r.size[c]*ratio
			sum = sum.plus(s.times(s).times(inDouble(factor / h)))
		}
	}
	for _, q := range o.q {
		add(q, -1)
	}
	add(rest, -float64(len(r.y)-len(o.q))/squares)
	for _, n := range r.size {
		sum = sum.plus(inDouble(n / (1 + n*ratio)))
	}
	return sum.value()
}

// ratio is where the deviance stops falling; ok is false where it falls for ever.
func (r restricted) ratio() (ratio float64, ok bool) {
	falling := func(ratio float64) float64 { return -r.at(ratio).slope }
	if falling(0) <= 0 {
		return 0, true
	}
	const last = 1e9
	high := 1.0
	for falling(high) > 0 {
		if high *= 8; high > last {
			return 0, false
		}
	}
	return ridders(falling, 0, high), true
}
