package batch

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
)

// output is one file of a project's folder.
type output struct {
	kind  report.Output
	name  string
	write func(io.Writer) error
}

// outputs lists the selected files of a report in the order in which they are written.
func outputs(r *report.Report) []output {
	files := []output{
		{report.HTML, "report.pl.html", func(w io.Writer) error { return report.WriteHTML(w, r, evaluate.PL) }},
		{report.HTML, "report.en.html", func(w io.Writer) error { return report.WriteHTML(w, r, evaluate.EN) }},
		{report.Markdown, "report.pl.md", func(w io.Writer) error { return report.WriteMarkdown(w, r, evaluate.PL) }},
		{report.XLSX, "tables.xlsx", func(w io.Writer) error { return report.WriteXLSX(w, r) }},
		{report.JSON, "results.json", func(w io.Writer) error { return report.WriteJSON(w, r) }},
		{report.Figures, "figures.csv", func(w io.Writer) error { return report.WriteFiguresCSV(w, r) }},
		{report.Figures, "figures.parquet", func(w io.Writer) error { return report.WriteFiguresParquet(w, r) }},
		{report.Problems, "problems.csv", func(w io.Writer) error { return report.WriteProblemsCSV(w, r) }},
	}
	for _, c := range chartsOf(r) {
		for _, l := range evaluate.Langs() {
			base := "charts/" + c.Name + "." + string(l)
			files = append(files, picture(base+".svg", c.SVG[l]), picture(base+".png", c.PNG[l]))
		}
	}
	return slices.DeleteFunc(files, func(o output) bool { return !r.Outputs.Has(o.kind) })
}

func picture(name string, content []byte) output {
	return output{report.Charts, name, func(w io.Writer) error { _, err := w.Write(content); return err }}
}

func chartsOf(r *report.Report) []*report.Chart {
	var charts []*report.Chart
	for _, s := range r.Sections {
		for _, b := range s.Blocks {
			if b.Chart != nil {
				charts = append(charts, b.Chart)
			}
		}
	}
	return charts
}

// Write puts the outputs of a report into dir/<project id>, in one step: everything is written
// to a temporary folder beside it, which then changes places with the old one. When anything
// fails the old folder stands as it was and nothing new is left; a process that is killed at any instant leaves the
// old one or the new one, whole. A folder that efseval did not write, or that holds anything besides what
// it wrote, is never replaced: that is a Fault, and so is a dir that [RunAll] is writing to.
func Write(r *report.Report, dir string) (folder string, err error) {
	if err := replaceable(filepath.Join(dir, r.Project.ID)); err != nil {
		return "", err
	}
	p, err := enter(dir, false)
	if err != nil {
		return "", err
	}
	defer p.release()
	return put(r, dir)
}

// put writes a report into an output folder that the caller has entered.
func put(r *report.Report, dir string) (folder string, err error) {
	folder = filepath.Join(dir, r.Project.ID)
	if err := replaceable(folder); err != nil {
		return "", err
	}
	temp, err := os.MkdirTemp(dir, tempPrefix)
	if err != nil {
		return "", cannotWrite(dir, err)
	}
	defer func() {
		if left := clearTemp(temp, dir); left != nil {
			err = errors.Join(err, left)
		}
	}()
	if err := writeAll(r, filepath.Join(temp, freshPart)); err != nil {
		return "", err
	}
	return folder, swap(temp, folder)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func writeAll(r *report.Report, dir string) error {
	folder := dir
	if r.Outputs.Has(report.Charts) {
		folder = filepath.Join(dir, "charts")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	var written []audit.Output
	for _, o := range outputs(r) {
		sum, err := writeFile(filepath.Join(dir, filepath.FromSlash(o.name)), o.write)
		if err != nil {
			return notWritten(o.name, r.Project.ID, dir, err)
		}
		sum.Name = o.name
		written = append(written, sum)
	}
	_, err := writeFile(filepath.Join(dir, manifestFile), func(w io.Writer) error { return audit.WriteManifest(w, r, written) })
	if err != nil {
		return notWritten(manifestFile, r.Project.ID, dir, err)
	}
	return nil
}

// notWritten says what a user can do where the disk is full or the folder cannot be written to; anything else is
// not for the user.
func notWritten(name, project, dir string, err error) error {
	var path *fs.PathError
	if !errors.As(err, &path) {
		return fmt.Errorf("writing %s of %s: %w", name, project, err)
	}
	place := filepath.Join(filepath.Dir(filepath.Dir(dir)), project) // dir is the fresh part of a temporary folder in the output folder
	return &Fault{File: filepath.Join(place, name), Message: "cannot be written: " + reason(err) + "; make room, or choose another folder with -o; what stood there stands unchanged",
		Polish: "nie da się zapisać: " + reason(err) + "; zwolnij miejsce albo wskaż inny folder przez -o; to, co tam było, pozostało bez zmian"}
}

// writeFile writes one file and tells its size and hash.
func writeFile(path string, write func(io.Writer) error) (audit.Output, error) {
	f, err := os.Create(path)
	if err != nil {
		return audit.Output{}, err
	}
	sum := audit.NewSum()
	buffered := bufio.NewWriter(io.MultiWriter(f, sum))
	err = errors.Join(write(buffered), buffered.Flush(), f.Close())
	return sum.Output(), err
}
