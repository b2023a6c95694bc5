package batch

import (
	"fmt"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
)

// say files a fault in both languages, with the same arguments.
func (c *checker) say(path, pl, en string, args ...any) {
	c.faults = append(c.faults, c.project.say(path, pl, en, args...))
}

// say is a fault at a YAML path in both languages.
func (p *Project) say(path, pl, en string, args ...any) *Fault {
	f := p.fault(path, en, args...)
	if f.Polish = fmt.Sprintf(pl, args...); path != "$" {
		f.Polish = strings.TrimPrefix(path, "$.") + ": " + f.Polish
	}
	return f
}

// twice files a fault at each entry of a list that stands there before, however it is written.
func (c *checker) twice(path string, list []string) {
	seen := map[string]bool{}
	for i, entry := range list {
		folded := datasets.Fold(entry)
		if seen[folded] {
			c.say(fmt.Sprintf("%s[%d]", path, i), "%q stoi tam dwa razy", "%q stands there twice", entry)
		}
		seen[folded] = true
	}
}

// has tells whether a list holds a header, however it is written.
func has(list []string, header string) bool {
	return slices.ContainsFunc(list, func(h string) bool { return datasets.Fold(h) == datasets.Fold(header) })
}

// readOnce checks that what an input names as columns is not ignored, too, and that its values are of fields that
// there are.
func (c *checker) readOnce(path string, in Input, schema string) {
	if !files.ReadsEncoding(in.Encoding) {
		c.say(path+".encoding", "kodowanie %q nie jest znane; jest utf-8, utf-16, windows-1250, iso-8859-2 i ibm852", "there is no encoding %q; there are utf-8, utf-16, windows-1250, iso-8859-2 and ibm852", in.Encoding)
	}
	for _, field := range sortedKeys(in.Columns) {
		for _, header := range in.Columns[field] {
			if has(in.Ignore, header) {
				c.say(path+".columns."+field, "%q ma być czytane jako %s, a stoi też pod ignore:; usuń jedno", "%q is to be read as %s and stands under ignore: too; leave one out", header, field)
			}
		}
	}
	fields, err := datasets.ReadSchema(schema)
	if err == nil {
		fields, err = fields.With(extraFields(c.project, schema)...)
	}
	if err != nil {
		return // told where the fields stand
	}
	var names []string
	for _, f := range fields.Fields {
		names = append(names, f.Name)
	}
	for _, name := range sortedKeys(in.Values) {
		if fields.Field(name) == nil {
			c.say(path+".values."+name, "nie ma pola %q%s", "there is no field %q%s", name, datasets.Meant(name, names))
		}
	}
}

// itemsOnce checks that a column of a wave is read as one thing.
func (c *checker) itemsOnce(path string, w Wave) {
	c.twice(path+".items", w.Items)
	for i, item := range w.Items {
		at := fmt.Sprintf("%s.items[%d]", path, i)
		if has(w.Ignore, item) {
			c.say(at, "%q jest pytaniem, a stoi też pod ignore:; usuń jedno", "%q is a question and stands under ignore: too; leave one out", item)
		}
		for _, field := range sortedKeys(w.Columns) {
			if has(w.Columns[field], item) {
				c.say(at, "%q jest pytaniem, a jest też czytane jako %s; kolumna jest jednym", "%q is a question and is read as %s too; a column is one thing", item, field)
			}
		}
	}
}

// wavesApart checks that the waves of a survey can be told apart: by files, by sheets, by columns of their own, or, the
// first two, by a column of waves in rows of their own.
func (c *checker) wavesApart(path string, s Survey) {
	waves := []waveKey{{"pre", s.Pre}, {"post", s.Post}}
	for i, l := range s.Later {
		waves = append(waves, waveKey{fmt.Sprintf("later[%d]", i), l.Wave})
	}
	for i, w := range waves {
		for _, before := range waves[:i] {
			if w.File != "" && before.File == w.File && before.Sheet == w.Sheet {
				c.apart(path+"."+w.key, w, before, i > 1)
			}
		}
	}
}

// waveKey is a wave and where it stands in its survey.
type waveKey struct {
	key string
	Wave
}

// apart checks that two waves of one file can be told apart. A column of waves does not tell a later one.
func (c *checker) apart(at string, w, before waveKey, later bool) {
	if slices.Equal(before.Items, w.Items) {
		if later {
			c.say(at, "ma plik i pytania te same co %s, a kolumna pomiaru zna tylko przed i po; daj temu pomiarowi własny plik, arkusz albo kolumny", "has the file and the questions of %s, and a column of waves tells only before and after; give the wave a file, a sheet or columns of its own", before.key)
		}
		return
	}
	for _, item := range w.Items {
		if has(before.Items, item) {
			c.say(at+".items", "%q jest też pytaniem w %s, w tym samym pliku; każdy pomiar ma własne kolumny albo wszystkie te same w osobnych wierszach", "%q is a question of %s too, in the same file; each wave has columns of its own, or all the same in rows of their own", item, before.key)
			return
		}
	}
}

// questionsApart checks that a question with categories is no item of the scale.
func (c *checker) questionsApart(path string, s Survey) {
	for i, q := range s.Questions {
		for _, wave := range []struct {
			key, header string
			items       []string
		}{{"pre", q.Pre, s.Pre.Items}, {"post", q.Post, s.Post.Items}} {
			if has(wave.items, wave.header) {
				c.say(fmt.Sprintf("%s.categories[%d].%s", path, i, wave.key), "%q jest też pytaniem skali; kolumna jest jednym", "%q is an item of the scale, too; a column is one thing", wave.header)
			}
		}
	}
}
