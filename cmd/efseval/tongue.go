package main

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/polish"
)

//go:embed errors.pl.yaml
var polishErrors []byte

// polishWords are those of the packages and of the command.
var polishWords = sync.OnceValues(func() (*polish.Catalogue, error) { return polish.With(polishErrors) })

// inTongue is what an error says in a language. English words are where it was made; the Polish ones are looked up
// here, once for all commands, and in the pages of a run.
func inTongue(err error, l evaluate.Lang) string {
	words, broken := polishWords()
	if l != evaluate.PL || broken != nil { // a test reads them
		return polish.Plain(err)
	}
	return words.Error(err)
}

// askedLang is the language that a command line asks for. It reads the words themselves, for an error may come
// before the options are known.
func askedLang(args []string) evaluate.Lang {
	asked := localeLang()
	for i, word := range args {
		if word == "--" {
			break
		}
		if value, is := strings.CutPrefix(word, "--lang="); is {
			asked = value
		}
		if word == "--lang" && i+1 < len(args) {
			asked = args[i+1]
		}
	}
	if asked == string(evaluate.PL) {
		return evaluate.PL
	}
	return evaluate.EN
}
