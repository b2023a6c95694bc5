package stats

// minus is the difference of two matrices of one size.
func (m matrix) minus(b matrix) matrix {
	out := newMatrix(len(m))
	for i := range m {
		for j := range m {
			out[i][j] = m[i][j] - b[i][j]
		}
	}
	return out
}

// times is the product of two matrices of one size.
func (m matrix) times(b matrix) matrix {
	out := newMatrix(len(m))
	for i, row := range m {
		for l, v := range row {
			for j, w := range b[l] {
				out[i][j] += v * w
			}
		}
	}
	return out
}

// by is the matrix times a vector.
func (m matrix) by(x []float64) []float64 {
	out := make([]float64, len(m))
	for i, row := range m {
		for j, v := range row {
			out[i] += v * x[j]
		}
	}
	return out
}
