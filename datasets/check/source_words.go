package check

import (
	"bytes"
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"github.com/efseval/efseval/datasets"
)

//go:embed sources.yaml
var sourcesFile []byte

// SourcesText is the file of the sources in words.
func SourcesText() []byte { return bytes.Clone(sourcesFile) }

// sourcesOnce are the parts of sources in words, parsed the first time they are asked for.
var sourcesOnce = sync.OnceValues(func() (words map[string]datasets.Label, err error) {
	if err := yaml.UnmarshalWithOptions(sourcesFile, &words, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("check: reading sources.yaml: %w", err)
	}
	return words, nil
})

// SaySource is the source of the rule for people, in both languages: Source with what stands for this program's own
// collection of facts put into words. Marks of the bibliography stay.
func (r *Rule) SaySource() (datasets.Label, error) {
	words, err := sourcesOnce()
	if err != nil {
		return datasets.Label{}, err
	}
	var pl, en []string
	for part := range strings.SplitSeq(r.Source, "; ") {
		said, known := words[part]
		if !known {
			said = datasets.Label{PL: part, EN: part}
		}
		pl, en = append(pl, said.PL), append(en, said.EN)
	}
	return datasets.Label{PL: strings.Join(pl, "; "), EN: strings.Join(en, "; ")}, nil
}
