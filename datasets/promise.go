package datasets

import (
	"errors"
	"fmt"
)

// Promise is what an export promises about where the rows of one person stand. It is stated by
// the profile or the project file, never concluded, and always guarded: an export that breaks it
// is an error that names both rows.
type Promise string

// The promises an export can make.
const (
	Anywhere  Promise = ""          // none: rows of one person may stand anywhere
	Clustered Promise = "clustered" // all rows of a project stand together
	Once      Promise = "once"      // no person has two rows in a project
)

// Check tells whether a promise is one of these.
func (p Promise) Check() error {
	switch p {
	case Anywhere, Clustered, Once, noPromise:
		return nil
	}
	return fmt.Errorf("promise %q; want %q (all rows of a project stand together), %q (no person has two rows in a project) or %q",
		string(p), Clustered, Once, noPromise)
}

// noPromise is how a project file takes back the promise of its profile.
const noPromise Promise = "none"

// brokenOnce says that a person stands in two rows of an export that promised one.
func brokenOnce(first, second Position, further int) error {
	more := ""
	if further > 0 {
		more = fmt.Sprintf(" (and %d more such rows)", further)
	}
	return &Unreadable{At: second,
		Cause: fmt.Errorf("the export is promised to have one row per person in a project (promise: once), and the person of this row has one in %s already%s", first, more),
		Next:  "correct the export, or take the promise back (promise: none): the rows of a person are then brought together"}
}

// brokenCluster says that the rows of a project do not stand together.
func brokenCluster(last, again Position) error {
	return &Unreadable{At: again,
		Cause: fmt.Errorf("the rows of a project are promised to stand together (promise: clustered), and those of the project of this row had ended with %s", last),
		Next:  "sort the export by project number, or take the promise back (promise: none)"}
}

// mixedProjects says that only some rows of a promised export have a project number: what the
// others belong to is known at the end of the export alone.
func mixedProjects(with, without Position, p Promise) error {
	return &Unreadable{At: without,
		Cause: fmt.Errorf("this row has no project number, and %s has one; an export with promise: %s has them in all rows or in none", with, p),
		Next:  "fill the number in, or take the promise back (promise: none): rows without a number are then of the only project of their file"}
}

// tooManyRows says that the stated bound of memory is reached.
func tooManyRows(at Position, rows int, limit int64) error {
	return &Unreadable{At: at,
		Cause: fmt.Errorf("the %d rows up to here take more than the %s of memory that bringing the rows of a person together may use", rows, inBytes(limit)),
		Next:  "sort the export by project number and say promise: clustered in the project file, or promise: once where no person has two rows in a project; then the rows need not be held"}
}

// tooManyFiles says that an input has more files than rows can be told apart in.
func tooManyFiles(at Position) error {
	return &Unreadable{At: at, Cause: errors.New("the input has more than 65536 files"), Next: "give them in parts, each as an input of its own"}
}

// inBytes is a number of bytes in its largest whole unit.
func inBytes(n int64) string {
	for _, u := range [...]struct {
		name string
		size int64
	}{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}} {
		if n >= u.size && n%u.size == 0 {
			return fmt.Sprintf("%d %s", n/u.size, u.name)
		}
	}
	return fmt.Sprintf("%d bytes", n)
}
