package batch

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/prepost"
	"github.com/efseval/efseval/evaluate/scale"
	"github.com/efseval/efseval/evaluate/stats"
)

// key is the scoring key of a survey: a ready one or a file, and what the project file says beside it.
func (p *Project) key(s Survey) (scale.Key, error) {
	k, err := p.readyKey(s.Scale.Key)
	if err != nil {
		return k, err
	}
	if len(s.Scale.Range) == 2 {
		k.Low, k.High = s.Scale.Range[0], s.Scale.Range[1]
	}
	if s.Scale.Score != "" {
		k.How = scale.How(s.Scale.Score)
	}
	if s.Scale.Missing > 0 {
		k.Missing, k.Answered = s.Scale.Missing, 0
	}
	if s.Scale.Answered > 0 {
		k.Missing, k.Answered = 0, s.Scale.Answered
	}
	if s.Scale.Direction != "" {
		if k, err = k.Toward(scale.Direction(s.Scale.Direction)); err != nil {
			return k, err
		}
	}
	k.Answers = withWords(k.Answers, words(s.Scale.Answers))
	if s.Scale.Key == "" || s.Scale.Reversed != nil { // reversed: [] says that none is
		if k, err = k.Reverse(reversed(s)...); err != nil {
			return k, err
		}
	}
	return k, k.Check()
}

// readyKey is a key that comes along or a key file of the project; without a name an empty one.
func (p *Project) readyKey(name string) (scale.Key, error) {
	if name == "" {
		return scale.Key{}, nil
	}
	if slices.Contains(scale.Keys(), name) || !strings.ContainsAny(name, `./\`) {
		return scale.Load(name) // its error lists those there are
	}
	text, err := p.keyText(name)
	if err != nil {
		return scale.Key{}, err
	}
	return scale.Parse(text)
}

// keyText is a key file of the project.
func (p *Project) keyText(name string) ([]byte, error) {
	if filepath.IsAbs(name) {
		return nil, errors.New("is an absolute path; name the key file relative to the project file, so that the project can move")
	}
	text, err := os.ReadFile(p.path(name))
	if err != nil {
		return nil, fmt.Errorf("the key %s cannot be read: %s; name a key that comes with efseval, or a file relative to the project file", name, reason(err))
	}
	return text, nil
}

// words are the answers of a project file as a key has them, in the order of their values.
func words(answers map[string]float64) []scale.Word {
	by := map[float64][]string{}
	for word, value := range answers {
		by[value] = append(by[value], word)
	}
	var out []scale.Word
	for _, value := range slices.Sorted(maps.Keys(by)) {
		out = append(out, scale.Word{Value: value, Words: slices.Sorted(slices.Values(by[value]))})
	}
	return out
}

// withWords adds the words of a project to those of its key. A word of both has the value that the project
// gives it.
func withWords(of, more []scale.Word) (out []scale.Word) {
	said := map[string]bool{}
	for _, w := range more {
		for _, word := range w.Words {
			said[datasets.Fold(word)] = true
		}
	}
	for _, w := range of {
		kept := scale.Word{Value: w.Value}
		for _, word := range w.Words {
			if !said[datasets.Fold(word)] {
				kept.Words = append(kept.Words, word)
			}
		}
		out = append(out, kept)
	}
	for _, w := range more {
		if at := slices.IndexFunc(out, func(o scale.Word) bool { return o.Value == w.Value }); at >= 0 {
			out[at].Words = append(out[at].Words, w.Words...)
		} else {
			out = append(out, w)
		}
	}
	return out
}

// reversed are the numbers of the reversed items, from 1.
func reversed(s Survey) (items []int) {
	for i := range s.Pre.Items {
		for _, header := range s.Scale.Reversed {
			if s.Pre.Items[i] == header || i < len(s.Post.Items) && s.Post.Items[i] == header {
				items = append(items, i+1)
				break
			}
		}
	}
	return items
}

// yardstick is what a reliable change is held against: what the project states, else the alpha before and
// the standard deviation of the pairs before.
func (s Survey) yardstick(before scale.Analysis) *prepost.Yardstick {
	if p := s.Precision; p != nil {
		sd := evaluate.T("; SD: par przed", "; SD: of the pairs before")
		if p.SD > 0 {
			sd = evaluate.Text{}
		}
		return &prepost.Yardstick{Reliability: stats.Maybe{Value: p.Value, Defined: true}, SD: p.SD,
			Source: evaluate.T("r według: "+p.Source, "r by: "+p.Source).Joined("", sd)}
	}
	return &prepost.Yardstick{Reliability: before.Alpha.Alpha,
		Source: evaluate.T("r: alfa Cronbacha tej ankiety przed; SD: par przed", "r: Cronbach's alpha of this questionnaire before; SD: of the pairs before")}
}
