package main

import "fmt"

// unbroken does something and makes an error of a panic. What panicked may hold a value of the data, so that its
// type alone is told, and where it was is not: a list of functions says nothing to who runs the command.
func unbroken(do func() error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("this is a fault of efseval (%T); please report it with the command and the header row of the export", cause)
		}
	}()
	return do()
}
