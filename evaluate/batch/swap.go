package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// The parts of a temporary folder, which stands in the output folder while a project is written.
const (
	tempPrefix = ".efseval-"
	freshPart  = "new" // what is being written
	asidePart  = "old" // holds the folder that is being replaced, under its own name, where it cannot be exchanged
)

// swap puts the fresh part of temp in the place of folder. Where folder is there the two are exchanged at one
// instant, so that a run killed at any time leaves the old one or the new one, whole. Where the file
// system cannot, the old one is set aside first, and [sweep] puts it back if the run is killed in between.
//
// Nothing is flushed to the disk itself: what survives the end of the process is promised, not what survives a
// power failure. A folder that is torn by one does not have the hashes of its manifest, and is made again by the
// next run.
func swap(temp, folder string) error {
	fresh := filepath.Join(temp, freshPart)
	if !exists(folder) {
		return putting(folder, os.Rename(fresh, folder))
	}
	if ok, err := exchange(fresh, folder); ok {
		return putting(folder, err)
	}
	return swapInTwo(fresh, folder, filepath.Join(temp, asidePart))
}

// swapInTwo sets the old folder aside and puts the fresh one in its place.
func swapInTwo(fresh, folder, asides string) error {
	aside := filepath.Join(asides, filepath.Base(folder))
	if err := errors.Join(os.Mkdir(asides, 0o755), os.Rename(folder, aside)); err != nil {
		return putting(folder, err)
	}
	if err := os.Rename(fresh, folder); err != nil {
		return putting(folder, errors.Join(err, os.Rename(aside, folder)))
	}
	return nil
}

func putting(folder string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("putting %s in place: %w", folder, err)
}

// sweep clears away what runs that were killed left in an output folder, which the caller has locked. A folder
// that was set aside and has nothing in its place goes back.
func sweep(dir string) error {
	entries, err := os.ReadDir(dir)
	var faults []error
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), tempPrefix) || e.Name() == lockName {
			continue
		}
		if temp := filepath.Join(dir, e.Name()); e.IsDir() {
			faults = append(faults, clearTemp(temp, dir))
		} else {
			faults = append(faults, os.Remove(temp))
		}
	}
	if err := errors.Join(append(faults, err)...); err != nil {
		return &Fault{File: dir, Message: "what a killed run left cannot be cleared away: " + reason(err) + "; make the folder writable, or choose another with -o",
			Polish: "nie da się usunąć tego, co zostawił przerwany przebieg: " + reason(err) + "; zezwól na zapis w folderze albo wskaż inny przez -o"}
	}
	return nil
}

// clearTemp removes a temporary folder, once what was set aside in it has its place back. What cannot go back is the only
// one there is: then nothing is removed.
func clearTemp(temp, dir string) error {
	if err := putBack(filepath.Join(temp, asidePart), dir); err != nil {
		return err
	}
	return os.RemoveAll(temp)
}

// putBack gives the folders that were set aside their places, where those are empty.
func putBack(asides, dir string) error {
	entries, err := os.ReadDir(asides)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // nothing was set aside
	}
	if err != nil {
		return err
	}
	var faults []error
	for _, e := range entries {
		if place := filepath.Join(dir, e.Name()); !exists(place) {
			faults = append(faults, os.Rename(filepath.Join(asides, e.Name()), place))
		}
	}
	return errors.Join(faults...)
}
