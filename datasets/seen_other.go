//go:build !amd64 || purego

package datasets

// look takes what the cells of a column stand for; see lookPortable.
func (s *seen) look(values []uint64, text []byte, cells []Span, stride int) int {
	return s.lookPortable(values, text, cells, stride)
}

// wide says that there is no other way than the portable one.
const wide = false
