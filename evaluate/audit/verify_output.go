package audit

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/polish"
)

// output compares an output with what is written again. Where the bytes are equal nothing is decoded.
func (v *verifying) output(o Rewritten) error {
	var again bytes.Buffer
	if err := o.Write(&again); err != nil {
		return fmt.Errorf("writing %s again: %w", o.Name, err)
	}
	sum := SumOf(again.Bytes())
	sum.Name = o.Name
	v.written = append(v.written, sum)
	listed, isListed := v.manifest.Sum(o.Name)
	text, err := readOutput(v.folder, o.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !isListed && v.out.OtherBuild: // that version did not write it
	case err != nil:
		v.out.Outputs = append(v.out.Outputs, unread(o.Name, listed.SHA256, err))
	case bytes.Equal(text, again.Bytes()):
		v.out.Outputs = append(v.out.Outputs, Verdict{Name: o.Name, Answer: Match})
	default:
		one := Verdict{Name: o.Name, Was: listed.SHA256, Is: SumOf(text).SHA256}
		v.judge(&one, text, again.Bytes(), one.Was == one.Is)
		v.out.Outputs = append(v.out.Outputs, one)
	}
	return nil
}

// readOutput reads a file of the folder. A name in a manifest may be anybody's: none leads out of the folder.
func readOutput(folder, name string) ([]byte, error) {
	f, err := os.OpenInRoot(folder, filepath.FromSlash(name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, cmp.Or(err, errors.New("it is not a file"))
	}
	return io.ReadAll(f)
}

// unread is the answer for an output that is not there or cannot be read.
func unread(name, was string, err error) Verdict {
	if errors.Is(err, fs.ErrNotExist) {
		return Verdict{Name: name, Answer: Cannot, Was: was, Why: evaluate.T("nie ma go w folderze", "it is not in the folder")}
	}
	return Verdict{Name: name, Answer: Cannot, Was: was, Why: evaluate.T("nie da się go odczytać: ", "it cannot be read: ").Joined("", polish.Both(cause(err)))}
}

// cause is the reason of a file error without the path.
func cause(err error) error {
	if path, is := errors.AsType[*fs.PathError](err); is {
		return path.Err
	}
	return err
}

// judge tells where an output whose bytes are others differs. Intact tells that it is as the run wrote it.
func (v *verifying) judge(one *Verdict, stands, computed []byte, intact bool) {
	found, err := compare(one.Name, stands, computed, v.again)
	if err != nil {
		one.Answer, one.Why = IsDifferent, polish.Both(err)
		one.Differences = []Difference{byteDifference(one.Name, stands, computed)}
		return
	}
	kept := found
	if intact && v.out.OtherBuild {
		kept = unlawful(found)
		one.Lawful = len(found) - len(kept)
	}
	if v.out.OtherBuild {
		kept = numbersFirst(kept) // among the words of another version they would not be found
	}
	v.note(found, kept)
	switch {
	case len(kept) > 0:
		one.tell(kept)
	case intact:
		one.Answer, one.Why = Match, evaluate.T("bajty inne, a jest taki, jak zapisał go przebieg, i mówi to samo", "other bytes, but it is as the run wrote it, and says the same")
	default:
		one.tell([]Difference{byteDifference(one.Name, stands, computed)})
		one.Why = evaluate.T("nie są to bajty przebiegu, choć każda liczba i każde słowo są te same", "its bytes are not those of the run, though every number and word is the same")
	}
}

// tell lists differences, as many as a person can look through.
func (v *Verdict) tell(found []Difference) {
	v.Answer = IsDifferent
	v.Differences = found[:min(len(found), MaxTold)]
	v.More = len(found) - len(v.Differences)
}

// note counts the figures of differences: those that are new also where another version may have them.
func (v *verifying) note(found, kept []Difference) {
	for _, d := range found {
		if d.Field == "id" && d.Stands == nil {
			v.fresh[d.Figure] = true
		}
	}
	for _, d := range kept {
		switch _, computed := v.again.Figures.Get(d.Figure); {
		case d.Figure == "", v.out.OtherBuild && d.Stands == nil: // another version may print it elsewhere alone
		case !computed:
			v.gone[d.Figure] = true
		default:
			v.differing[d.Figure] = true
		}
	}
}

// numbersFirst puts before all else what stands otherwise of a figure.
func numbersFirst(found []Difference) []Difference {
	out := slices.Clone(found)
	slices.SortStableFunc(out, func(a, b Difference) int { return cmp.Compare(rankOf(a), rankOf(b)) })
	return out
}

func rankOf(d Difference) int {
	if d.Figure != "" && d.Stands != nil && d.Computed != nil {
		return 0
	}
	return 1
}

// unlawful leaves out what another version of the program may write otherwise: words, and figures that it
// did not have. What it says of a figure that is computed now must be the same.
func unlawful(found []Difference) (kept []Difference) {
	for _, d := range found {
		if d.Figure != "" && d.Stands != nil && !inWords(d.Field) && !plusAlone(d) {
			kept = append(kept, d)
		}
	}
	return kept
}

// plusAlone tells whether the two differ in nothing but the plus before a rise, which older versions left out.
func plusAlone(d Difference) bool {
	return d.Computed != nil && strings.ReplaceAll(*d.Stands, "+", "") == strings.ReplaceAll(*d.Computed, "+", "")
}

// inWords tells whether a field of a figure is words about it and not its number.
func inWords(field string) bool {
	for _, words := range []string{"label", "method", "source", "note", "reason", "warnings", "rests_on", "floating"} {
		if strings.HasPrefix(field, words) {
			return true
		}
	}
	return false
}
