package stats

// orthogonal is the decomposition X = Q R of the columns of a design: q holds
// orthonormal columns, r the upper triangle.
type orthogonal struct {
	q [][]double // by column
	r [][]double // r[k][j], k <= j
}

// collinearBelow is the share of a column's length, left after the columns
// before it are taken out, below which the column counts as a combination of
// them. R's lm says 1e-7 because it works in sixteen digits; powers up to the
// tenth of data such as Filip's (NIST) leave 1e-8.
const collinearBelow = 1e-12

// orthogonalise decomposes columns by modified Gram-Schmidt in twice the
// precision of float64, where it is as good as Householder's method for any
// column that [collinearBelow] lets through. ok is false for columns that are
// not independent; the columns are left as they are.
func orthogonalise(columns [][]double) (o orthogonal, ok bool) {
	p := len(columns)
	o = orthogonal{q: make([][]double, p), r: make([][]double, p)}
	for j := range columns {
		o.r[j] = make([]double, p)
	}
	for j, column := range columns {
		rest := append([]double(nil), column...)
		whole := dot(rest, rest).root()
		for k := range j {
			o.r[k][j] = dot(o.q[k], rest)
			subtract(rest, o.r[k][j], o.q[k])
		}
		length := dot(rest, rest).root()
		if !(length.hi > collinearBelow*whole.hi) {
			return orthogonal{}, false
		}
		for i := range rest {
			rest[i] = rest[i].over(length)
		}
		o.q[j], o.r[j][j] = rest, length
	}
	return o, true
}

// project is the coordinates z of y on the columns of Q, and what is left of y.
func (o orthogonal) project(y []double) (z, rest []double) {
	rest = append([]double(nil), y...)
	z = make([]double, len(o.q))
	for j, q := range o.q {
		z[j] = dot(q, rest)
		subtract(rest, z[j], q)
	}
	return z, rest
}

// solve is the b with R b = z.
func (o orthogonal) solve(z []double) []double {
	p := len(z)
	b := make([]double, p)
	for j := p - 1; j >= 0; j-- {
		sum := z[j]
		for k := j + 1; k < p; k++ {
			sum = sum.minus(o.r[j][k].times(b[k]))
		}
		b[j] = sum.over(o.r[j][j])
	}
	return b
}

// weights is (X'X)^-1 X', one row for each coefficient: the coefficient is the
// sum of the products of its row with y.
func (o orthogonal) weights() [][]float64 {
	p, n := len(o.q), len(o.q[0])
	out := make([][]float64, p)
	for j := range out {
		out[j] = make([]float64, n)
	}
	z := make([]double, p)
	for i := range n {
		for j := range z {
			z[j] = o.q[j][i]
		}
		for j, b := range o.solve(z) {
			out[j][i] = b.value()
		}
	}
	return out
}

// leverages are the diagonal of X (X'X)^-1 X'.
func (o orthogonal) leverages() []float64 {
	out := make([]float64, len(o.q[0]))
	for i := range out {
		var sum double
		for _, q := range o.q {
			sum = sum.plus(q[i].times(q[i]))
		}
		out[i] = sum.value()
	}
	return out
}
