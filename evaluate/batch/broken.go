package batch

import "fmt"

// ownFault is a fault of the program. What panicked may hold a value of the data, so that its type alone is told.
type ownFault struct{ cause any }

func (b *ownFault) Error() string {
	return fmt.Sprintf("this is a fault of efseval (%T), and nothing is written; please report it with the export's header row", b.cause)
}

// unbroken does something and makes an error of a panic, so that a project that a fault of the program ends does not
// end the others. It must stand in the goroutine that may panic.
func unbroken(do func() error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = &ownFault{cause}
		}
	}()
	return do()
}
