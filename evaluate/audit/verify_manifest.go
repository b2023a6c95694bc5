package audit

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/polish"
)

// ownText compares the manifest with the one that would be written now: its hashes with those of the
// outputs, its inputs with the data, its rule set with that of the program.
func (v *verifying) ownText() error {
	text, err := os.ReadFile(filepath.Join(v.folder, manifestName))
	if err != nil {
		return err
	}
	var again bytes.Buffer
	if err := WriteManifest(&again, v.again, v.written); err != nil {
		return err
	}
	one := Verdict{Name: manifestName, Answer: Match}
	if !bytes.Equal(text, again.Bytes()) {
		v.judgeManifest(&one, text, again.Bytes())
	}
	v.out.Outputs = append(v.out.Outputs, one)
	return nil
}

func (v *verifying) judgeManifest(one *Verdict, stands, computed []byte) {
	found, err := compare(manifestName, stands, computed, v.again)
	if err != nil {
		one.Why = polish.Both(err)
	}
	if v.manifest.Altered {
		one.Why = sumBroken()
		one.tell(v.alterations(found, stands, computed))
		return
	}
	found = slices.DeleteFunc(found, func(d Difference) bool { return d.Field == "manifest_sha256" && d.Stands != nil }) // it holds, and follows from the rest
	kept := found
	if v.out.OtherBuild {
		kept = slices.DeleteFunc(slices.Clone(found), func(d Difference) bool { return d.Stands == nil || !v.certain(d, found) })
		one.Lawful = len(found) - len(kept)
	}
	switch {
	case len(kept) > 0:
		one.tell(kept)
	case !v.out.OtherBuild:
		one.tell([]Difference{byteDifference(manifestName, stands, computed)})
	case !hasSum(v.manifest.Schema): // nothing but what another build says of itself: told, for it cannot be told from a change
		one.Differences = slices.DeleteFunc(found, func(d Difference) bool { return d.Stands == nil })
		one.Differences = one.Differences[:min(len(one.Differences), MaxTold)]
	}
}

// alterations are the places of an altered manifest that may have been: first those that are sure to be, then what
// another build may lawfully say of itself. Where it says nothing else, it is not written as its program writes.
func (v *verifying) alterations(found []Difference, stands, computed []byte) []Difference {
	told := slices.DeleteFunc(slices.Clone(found), func(d Difference) bool { return v.out.OtherBuild && (d.Stands == nil || d.Field == "manifest_sha256") })
	slices.SortStableFunc(told, func(a, b Difference) int {
		switch sure := v.certain(a, found); {
		case sure == v.certain(b, found):
			return 0
		case sure:
			return -1
		}
		return 1
	})
	if as := rewritten(stands); as != nil && !bytes.Equal(as, stands) {
		told = slices.Insert(told, 0, byteDifference(manifestName, stands, as))
	}
	if len(told) == 0 {
		told = append(found, byteDifference(manifestName, stands, computed))
	}
	return told
}

// certain tells whether a difference cannot come of another version or build.
func (v *verifying) certain(d Difference, found []Difference) bool {
	return ofEveryVersion(d.Field) || v.contradicted(d, found)
}

// contradicted tells whether what a manifest says of its version is belied by the rest: by outputs that are
// byte for byte of this version, or by a manifest that has all that an older one lacks.
func (v *verifying) contradicted(d Difference, found []Difference) bool {
	switch d.Field {
	case "program":
		return !slices.ContainsFunc(v.out.Outputs, func(o Verdict) bool { return !plainMatch(o) })
	case "schema":
		return !slices.ContainsFunc(found, func(other Difference) bool { return other.Stands == nil })
	}
	return false
}

// ofEveryVersion tells whether a field of the manifest means the same in every version of the program.
func ofEveryVersion(field string) bool {
	if slices.Contains([]string{"project", "project_file", "project_file_sha256", "generated", "rule_set", "rule_set_version"}, field) {
		return true
	}
	for _, list := range []string{"inputs[", "corrections.", "overridden[", "other_files["} {
		if strings.HasPrefix(field, list) {
			return true
		}
	}
	return false
}

// neverWritten answers for outputs of the manifest that are not written now.
func (v *verifying) neverWritten() {
	for _, o := range v.manifest.Outputs {
		if slices.ContainsFunc(v.written, func(w Output) bool { return w.Name == o.Name }) {
			continue
		}
		one := heldTo(v.folder, o)
		if one.Answer == Match {
			one.Answer, one.Why = Cannot, evaluate.T("jest taki, jak zapisał go przebieg, ale ten program już go nie zapisuje", "it is as the run wrote it, but this program does not write it")
		}
		v.out.Outputs = append(v.out.Outputs, one)
	}
}

// heldTo compares an output with its hash in the manifest.
func heldTo(folder string, o Output) Verdict {
	text, err := readOutput(folder, o.Name)
	if err != nil {
		return unread(o.Name, o.SHA256, err)
	}
	return sameSum(o.Name, o.SHA256, SumOf(text).SHA256)
}

// foreign lists the files of a folder that the manifest does not.
func foreign(folder string, m *Manifest) (names []string, err error) {
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, path)
		name = filepath.ToSlash(name)
		if _, listed := m.Sum(name); err == nil && !listed && name != manifestName {
			names = append(names, name)
		}
		return err
	})
	return names, err
}

// Unverifiable compares what can be compared where the run cannot be carried out again: inputs as the caller
// found them, each output with its hash in the manifest, and the manifest with its own sum. Why is the reason.
func Unverifiable(folder string, inputs []Verdict, why evaluate.Text) (*Verification, error) {
	m, err := ReadManifest(filepath.Join(folder, manifestName))
	if err != nil {
		return nil, err
	}
	out := &Verification{Project: m.Project, Program: m.Program, Schema: m.Schema, Inputs: inputs, Why: why}
	for _, o := range m.Outputs {
		out.Outputs = append(out.Outputs, alone(heldTo(folder, o)))
	}
	out.Outputs = append(out.Outputs, m.alone())
	out.Foreign, err = foreign(folder, m)
	return out, err
}

// alone is the answer for an output that is as the run wrote it, where nothing is computed again.
func alone(one Verdict) Verdict {
	if one.Answer == Match {
		one.Answer, one.Why = Cannot, evaluate.T("jest taki, jak zapisał go przebieg, ale nie ma z czym porównać liczb", "it is as the run wrote it, but there is nothing to compare its numbers with")
	}
	return one
}

// alone is the answer for the manifest, where nothing is computed again.
func (m *Manifest) alone() Verdict {
	own := Verdict{Name: manifestName, Answer: Match}
	switch {
	case m.Altered:
		own.Answer, own.Why = IsDifferent, sumBroken()
	case !hasSum(m.Schema):
		own.Answer, own.Why = Cannot, evaluate.T("jego wersja nie ma własnej sumy, więc nie wiadomo, czy jest taki, jak zapisał go przebieg", "its version has no sum of its own, so that nobody knows whether it is as the run wrote it")
	}
	return alone(own)
}
