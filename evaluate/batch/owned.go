package batch

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/efseval/efseval/evaluate/audit"
)

// replaceable tells whether a folder may be replaced by new outputs: it is not there, or its
// manifest lists everything in it. Anything else may be somebody's work, perhaps the very
// project that is being evaluated.
func replaceable(folder string) error {
	info, err := os.Lstat(folder)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return &Fault{File: folder, Message: "cannot be looked at: " + reason(err) + "; choose another output folder with -o"}
	}
	if !info.IsDir() {
		return &Fault{File: folder, Message: "is in the way and not a folder; choose another output folder with -o"}
	}
	listed, err := audit.Listed(filepath.Join(folder, manifestFile))
	if err != nil {
		return &Fault{File: folder, Message: "was not written by efseval (it holds no manifest) and is not replaced; choose another output folder with -o, or move it away"}
	}
	foreign, err := firstForeign(folder, append(listed, manifestFile))
	if err != nil {
		return &Fault{File: folder, Message: "cannot be read: " + reason(err) + "; choose another output folder with -o"}
	}
	if foreign != "" {
		return &Fault{File: filepath.Join(folder, foreign), Message: "is not among the outputs of efseval, so the folder is not replaced; move the file away, or choose another output folder with -o"}
	}
	return nil
}

// firstForeign is the first file of a folder that is not listed; empty where there is none.
func firstForeign(folder string, listed []string) (string, error) {
	foreign := ""
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err == nil && !slices.Contains(listed, filepath.ToSlash(name)) {
			foreign = name
			return filepath.SkipAll
		}
		return err
	})
	return foreign, err
}
