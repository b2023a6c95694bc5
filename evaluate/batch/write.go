package batch

import (
	"bufio"
	"errors"
	"fmt"
	"io"
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
// to a temporary folder beside it, which then takes the place of the old one. When anything
// fails the old folder stands as it was and nothing new is left. A folder that efseval did not
// write, or that holds anything besides what it wrote, is never replaced: that is a Fault.
func Write(r *report.Report, dir string) (folder string, err error) {
	folder = filepath.Join(dir, r.Project.ID)
	if err := replaceable(folder); err != nil {
		return "", err
	}
	fresh := !exists(dir)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", &Fault{File: dir, Message: "cannot be made an output folder: " + reason(err) + "; choose another with -o"}
	}
	temp, err := os.MkdirTemp(dir, ".efseval-")
	if err != nil {
		return "", &Fault{File: dir, Message: "cannot be written into: " + reason(err) + "; choose another folder with -o"}
	}
	defer func() {
		err = errors.Join(err, os.RemoveAll(temp))
		if err != nil && fresh {
			os.Remove(dir) // only where it is empty: other projects may have written beside
		}
	}()
	inside := filepath.Join(temp, "new")
	if err := writeAll(r, inside); err != nil {
		return "", err
	}
	return folder, swap(inside, folder, filepath.Join(temp, "old"))
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
			return fmt.Errorf("writing %s of %s: %w", o.name, r.Project.ID, err)
		}
		sum.Name = o.name
		written = append(written, sum)
	}
	_, err := writeFile(filepath.Join(dir, "manifest.json"), func(w io.Writer) error { return audit.WriteManifest(w, r, written) })
	return err
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

// swap puts fresh in the place of folder; the old one goes to aside.
func swap(fresh, folder, aside string) error {
	if exists(folder) {
		if err := os.Rename(folder, aside); err != nil {
			return fmt.Errorf("replacing %s: %w", folder, err)
		}
	}
	if err := os.Rename(fresh, folder); err != nil {
		if exists(aside) {
			err = errors.Join(err, os.Rename(aside, folder))
		}
		return fmt.Errorf("putting %s in place: %w", folder, err)
	}
	return nil
}
