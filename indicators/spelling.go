package indicators

import (
	"bytes"
	"slices"

	"github.com/efseval/efseval/datasets"
)

// maxSpellings bounds how many ways of writing are held; each value has few.
const maxSpellings = 16 * MaxParts

// spelling is how texts that are one value were written, so that a part is shown as most wrote it,
// whatever came first and whoever counted it.
type spelling struct {
	places map[string]uint32 // as written -> place in met + 1
	met    []spelt
	rows   []uint32 // of the present batch: place + 1; 0 of a row without a text
}

// spelt is one way of writing a value.
type spelt struct {
	text    string
	id      uint32 // of the value; 0: nothing is left of it when it is folded
	records int64
}

// text is the number of a text as it is compared; 0 for a new one where there is no room.
func (c *classes) text(key string) uint32 {
	if id, known := c.texts[key]; known {
		return id
	}
	if len(c.met) >= MaxParts {
		return 0
	}
	c.met = append(c.met, Value{key, datasets.Label{PL: key, EN: key}})
	c.texts[key] = uint32(len(c.met))
	return uint32(len(c.met))
}

// spell is the place of a text among those met, from 1. Identifiers are equal by their bytes, other
// texts by [datasets.FoldText].
func (c *classes) spell(text []byte) (uint32, error) {
	if place, known := c.spelt.places[string(text)]; known {
		return place, nil
	}
	word := string(text)
	key, id := word, uint32(0)
	if c.field.Kind == datasets.Text {
		key = datasets.FoldText(word)
	}
	if key != "" {
		id = c.text(key)
	}
	if key != "" && id == 0 || len(c.spelt.met) >= maxSpellings {
		return 0, c.tooMany()
	}
	return c.spelt.add(spelt{text: word, id: id}), nil
}

func (s *spelling) add(new spelt) uint32 {
	s.met = append(s.met, new)
	s.places[new.text] = uint32(len(s.met))
	return uint32(len(s.met))
}

// numberTexts adds the numbers of a text column to the keys. Rows of one project stand together
// mostly, so the row before is compared first.
func (c *classes) numberTexts(col *datasets.Column, keys []uint64) error {
	var before []byte
	var place uint32
	var err error
	c.spelt.rows = slices.Grow(c.spelt.rows[:0], len(keys))[:len(keys)]
	for row := range keys {
		text := col.Text(row)
		if c.spelt.rows[row] = 0; len(text) == 0 {
			continue
		}
		if place == 0 || !bytes.Equal(text, before) {
			if place, err = c.spell(text); err != nil {
				return err
			}
			before = text
		}
		c.spelt.rows[row] = place
		keys[row] |= uint64(c.spelt.met[place-1].id) << c.shift
	}
	return nil
}

// count adds the rows of the present batch, once it is counted.
func (s *spelling) count() {
	for _, place := range s.rows {
		if place > 0 {
			s.met[place-1].records++
		}
	}
	s.rows = s.rows[:0]
}

// roomFor refuses more spellings than one counter would take.
func (c *classes) roomFor(o *classes) error {
	added := 0
	for _, m := range o.spelt.met {
		if _, known := c.spelt.places[m.text]; !known {
			added++
		}
	}
	if len(c.spelt.met)+added > maxSpellings {
		return c.tooMany()
	}
	return nil
}

// mergeSpellings adds how often another counter met each spelling, by the numbers that its values have here.
func (c *classes) mergeSpellings(o *classes, ids []uint32) {
	for _, m := range o.spelt.met {
		place, known := c.spelt.places[m.text]
		if !known {
			place = c.spelt.add(spelt{text: m.text, id: ids[m.id]})
		}
		c.spelt.met[place-1].records += m.records
	}
}

// shown are the most frequent spellings of the values of each dimension, of equals the least by bytes;
// nil of a value that has none.
func (p *split) shown() [][]*spelt {
	all := make([][]*spelt, len(p.by))
	for i := range p.by {
		c := &p.by[i]
		all[i] = make([]*spelt, len(c.met)+1)
		for at := range c.spelt.met {
			if m := &c.spelt.met[at]; m.id > 0 && m.before(all[i][m.id]) {
				all[i][m.id] = m
			}
		}
	}
	return all
}

// labelled is the value of a number as a table shows it.
func (c *classes) labelled(id uint32, shown []*spelt) Value {
	v := c.value(id)
	if int(id) < len(shown) && shown[id] != nil {
		v.Label = datasets.Label{PL: shown[id].text, EN: shown[id].text}
	}
	return v
}

// before tells whether a spelling goes before another of the same value.
func (s *spelt) before(o *spelt) bool {
	return o == nil || s.records > o.records || s.records == o.records && s.text < o.text
}

// spell takes the spellings that another engine met.
func (p *split) spell(met map[string]map[string]int64) error {
	for i := range p.by {
		c := &p.by[i]
		if c.texts == nil {
			continue
		}
		for text, records := range met[c.dim.Field] {
			place, err := c.spell([]byte(text))
			if err != nil {
				return err
			}
			c.spelt.met[place-1].records += records
		}
	}
	return nil
}
