//go:build !linux && !darwin

package batch

// exchange cannot be done in one step here; the folders change places in two, and what a killed run left is put
// right at the next start.
func exchange(a, b string) (ok bool, err error) { return false, nil }
