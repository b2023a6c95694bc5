package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// initPlace is the folder of a new project: nothing in it is ever overwritten, and what was made is taken away
// again where the project does not come about.
type initPlace struct {
	dir   string
	made  []string // files and folders, in order
	wrote []string // files
}

// projectName is the name of a project file.
const projectName = "project.yaml"

func newInitPlace(dir string) *initPlace { return &initPlace{dir: dir} }

// free refuses a folder that holds a project already, or a file in its place.
func (p *initPlace) free(lang string) error {
	if info, err := os.Stat(p.dir); err == nil && !info.IsDir() {
		return usageError{inWords(lang, p.dir+" jest plikiem, nie folderem; podaj folder nowego projektu przed plikami", p.dir+" is a file, not a folder; name the folder of the new project before the files")}
	}
	path := p.path(projectName)
	if _, err := os.Lstat(path); err == nil {
		return usageError{inWords(lang, fmt.Sprintf("%s już jest i nie będzie nadpisany; obejrzyj go (efseval check %s), usuń albo podaj inny folder", path, shellWord(p.dir)),
			fmt.Sprintf("%s is there already and is not overwritten; look at it (efseval check %s), remove it, or name another folder", path, shellWord(p.dir)))}
	}
	return nil
}

func (p *initPlace) path(name string) string { return filepath.Join(p.dir, name) }

// write makes a file that is not there yet.
func (p *initPlace) write(name string, text []byte) error {
	return p.fill(name, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}

// copy makes a copy of a file under its own name.
func (p *initPlace) copy(path string) (name string, err error) {
	from, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	name = filepath.Base(path)
	return name, p.fill(name, func(w io.Writer) error {
		_, err := io.Copy(w, from)
		return err
	})
}

func (p *initPlace) fill(name string, put func(io.Writer) error) error {
	path := p.path(name)
	if err := p.folders(filepath.Dir(path)); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return usageError{fmt.Errorf("%s is there already and is not overwritten; name another folder, or move the file away", path)}
	}
	if err != nil {
		return usageError{fmt.Errorf("cannot write the project: %w", err)}
	}
	p.made, p.wrote = append(p.made, path), append(p.wrote, path)
	return errors.Join(put(file), file.Close())
}

// tell prints the files that were written.
func (p *initPlace) tell(w io.Writer, lang evaluate.Lang) {
	fmt.Fprintf(w, evaluate.T("zapisano: %s", "wrote: %s").In(lang)+"\n", datasets.Visible(strings.Join(p.wrote, ", ")))
}

// folders makes a folder and those above it, and notes which were not there.
func (p *initPlace) folders(dir string) error {
	var absent []string
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); err == nil || at == filepath.Dir(at) {
			break
		}
		absent = append(absent, at)
	}
	for _, at := range slices.Backward(absent) {
		if err := os.Mkdir(at, 0o777); err != nil {
			return usageError{fmt.Errorf("cannot make the folder of the project: %w", err)}
		}
		p.made = append(p.made, at)
	}
	return nil
}

// undo takes away what was made, the last first. A folder that somebody else has put something into stays.
func (p *initPlace) undo() error {
	var failed error
	for _, path := range slices.Backward(p.made) {
		info, err := os.Lstat(path)
		if err == nil {
			err = os.Remove(path)
		}
		if err != nil && !(info != nil && info.IsDir()) {
			failed = errors.Join(failed, err)
		}
	}
	p.made = nil
	return failed
}
