package datasets

import "fmt"

// Broken is a fault of the program: something panicked. What panicked may hold a value of the data, so that its type
// alone is told.
type Broken struct{ Cause any }

// Error tells the type of what panicked and the next step.
func (b *Broken) Error() string {
	return fmt.Sprintf("this is a fault of efseval (%T), and nothing is written; please report it with the export's header row", b.Cause)
}

// Unbroken does something and makes an error, a [Broken], of a panic, so that what a fault of the program ends does
// not end all else of the process. It must stand in the goroutine that may panic.
func Unbroken(do func() error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = &Broken{cause}
		}
	}()
	return do()
}
