package batch

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// ProjectFile is the name a project file has in a folder.
const ProjectFile = "project.yaml"

// Find lists the project files behind paths: a project file stands for itself, a folder for
// every project.yaml in it, at any depth. A path without any is a Fault.
func Find(paths []string) ([]string, error) {
	var found []string
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, missingProject(path, err)
		}
		if !info.IsDir() {
			found = append(found, path)
			continue
		}
		inside, err := findIn(path)
		if err != nil {
			return nil, err
		}
		found = append(found, inside...)
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}

func findIn(dir string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() == ProjectFile {
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		return nil, &Fault{File: dir, Message: "cannot be searched: " + reason(err)}
	}
	if len(found) == 0 {
		return nil, &Fault{File: dir, Message: "holds no " + ProjectFile + "; name a project file or another folder"}
	}
	return found, nil
}
