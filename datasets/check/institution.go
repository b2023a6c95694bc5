package check

// Weights of the numbers of institutions.
var (
	nipWeights     = []int{6, 5, 7, 2, 3, 4, 5, 6, 7}
	regonWeights   = []int{8, 9, 2, 3, 4, 5, 6, 7}
	regon14Weights = []int{2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8}
)

// CheckNIP tells whether a text is a tax number: ten digits, the last of them
//
//	(6a + 5b + 7c + 2d + 3e + 4f + 5g + 6h + 7i) mod 11, where 10 is never given out
//
// Dashes are not taken off. The error is [ErrForm] or [ErrChecksum].
func CheckNIP(text []byte) error {
	var d [10]int
	if !digits(text, d[:]) {
		return ErrForm
	}
	if weighted(d[:9], nipWeights)%11 != d[9] {
		return ErrChecksum
	}
	return nil
}

// CheckREGON tells whether a text is a number of the register of institutions: nine digits, or
// fourteen of which the first nine are one.
//
//	9 digits:   (8a + 9b + 2c + 3d + 4e + 5f + 6g + 7h) mod 11 mod 10
//	14 digits:  (2a + 4b + 8c + 5d + 0e + 9f + 7g + 3h + 6i + 1j + 2k + 4l + 8m) mod 11 mod 10
//
// The error is [ErrForm] or [ErrChecksum].
func CheckREGON(text []byte) error {
	d := make([]int, len(text))
	if len(text) != 9 && len(text) != 14 || !digits(text, d) {
		return ErrForm
	}
	if weighted(d[:8], regonWeights)%11%10 != d[8] {
		return ErrChecksum
	}
	if len(d) == 14 && weighted(d[:13], regon14Weights)%11%10 != d[13] {
		return ErrChecksum
	}
	return nil
}
