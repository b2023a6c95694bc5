package batch

import (
	"os"
	"path/filepath"
	"slices"
)

// locate finds the project file of the run: in the folder that is named, or from here and from beside
// the outputs at most two folders down, the one that is byte for byte that of the run. Where there is only one
// of the same project that has changed, it is that one.
func (d *Finished) locate(folder string) (string, error) {
	if folder != "" {
		path := filepath.Join(folder, d.Manifest.File)
		if _, err := os.Stat(path); err != nil {
			return "", &Fault{File: path, Message: "cannot be read: " + reason(err) + "; " + d.dataOption() + " names the folder that holds the project file of the run and its data"}
		}
		return path, nil
	}
	candidates := d.candidates()
	for _, path := range candidates {
		if _, sum, err := fingerprint(path); err == nil && sum == d.Manifest.FileSHA256 {
			return path, nil
		}
	}
	for _, path := range candidates {
		if p, err := Load(path); err == nil && p.ID == d.Manifest.Project {
			return path, nil
		}
	}
	return "", &Fault{File: d.Folder, Message: "the run was of " + d.Manifest.File + ", which is neither here nor beside the outputs; name its folder: " + d.dataOption() + " examples/" + d.Manifest.Project}
}

// candidates are the files that have the name of the project file.
func (d *Finished) candidates() []string {
	var found []string
	for _, root := range []string{".", filepath.Join(d.Folder, ".."), filepath.Join(d.Folder, "..", "..")} {
		for _, below := range []string{"", d.Manifest.Project, "*", filepath.Join("*", "*")} {
			paths, err := filepath.Glob(filepath.Join(root, below, d.Manifest.File))
			if err != nil {
				continue // a name with a bracket is no pattern
			}
			for _, path := range paths {
				if !slices.Contains(found, path) {
					found = append(found, path)
				}
			}
		}
	}
	return found
}
