package batch

import (
	"path/filepath"
	"regexp"
	"strings"

	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/report"
)

// asTold are the options of the run, as its manifest says them, with what the caller has of this program.
func (d *Finished) asTold(o Options) Options {
	out := Options{Version: o.Version, Build: o.Build, Stdin: o.Stdin, Persons: o.Persons, Generated: d.Manifest.Generated}
	if told := d.Manifest.Options; told != nil {
		out.TolerateFaults, out.MarginDays, out.KeyPrint = told.TolerateFaults, told.MarginDays, told.KeyPrint
		out.Outputs, _ = report.ParseOutputs(told.Outputs) // an output that is not known is of another version, or a change that the manifest is told of
		return out
	}
	out.TolerateFaults, out.KeyPrint = toldInWords(d.Manifest.Settings)
	return out
}

// keyPrintInWords finds the print of a key in words about it.
var keyPrintInWords = regexp.MustCompile(`\b[0-9a-f]{16}$`)

// toldInWords reads the options of a manifest of schema 1, which has them in words alone.
func toldInWords(settings []audit.Setting) (tolerate bool, keyPrint string) {
	for _, s := range settings {
		switch s.Name {
		case "faults in the data":
			tolerate = strings.HasPrefix(s.Value, "tolerated")
		case "key of the pseudonyms of persons":
			keyPrint = keyPrintInWords.FindString(s.Value)
		}
	}
	return tolerate, keyPrint
}

// locateIn finds the project file of the run in a folder of data, or at most two folders down in it; empty: from
// here and beside the outputs. One of the same bytes comes before one that has changed.
func (d *Finished) locateIn(data string) (string, error) {
	if data == "" {
		return d.locate("")
	}
	var candidates []string
	for _, below := range []string{"", d.Manifest.Project, "*", filepath.Join("*", "*")} {
		found, err := filepath.Glob(filepath.Join(data, below, d.Manifest.File))
		if err != nil {
			continue // a name with a bracket is no pattern
		}
		for _, path := range found {
			if _, sum, err := fingerprint(path); err == nil && sum == d.Manifest.FileSHA256 {
				return path, nil
			}
		}
		candidates = append(candidates, found...)
	}
	return d.changedAmong(candidates, data)
}

// changedAmong picks a project file that is not byte for byte that of the run: the one in the very folder that
// was named, else the one of the same project.
func (d *Finished) changedAmong(candidates []string, data string) (string, error) {
	for _, path := range candidates {
		p, err := Load(path)
		beside := filepath.Base(filepath.Dir(path))
		if filepath.Dir(path) == filepath.Clean(data) || err == nil && p.ID == d.Manifest.Project || err != nil && beside == d.Manifest.Project {
			return path, nil
		}
	}
	return d.locate(data) // tells that there is none
}
