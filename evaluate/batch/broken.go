package batch

import "github.com/efseval/efseval/datasets"

// unbroken does something and makes an error of a panic, so that a project that a fault of the program ends does not
// end the others. It must stand in the goroutine that may panic.
func unbroken(do func() error) error { return datasets.Unbroken(do) }
