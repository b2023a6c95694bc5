package indicators

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// classes numbers the values of a dimension: 0 is not known. Terms, bands and years have fixed
// numbers; texts and counts get theirs as they are met, so that two counters may number one value
// differently.
type classes struct {
	dim    Dimension
	field  *datasets.Field   // nil of the stage
	column int               // in the schema of the present plan; -1 of the stage
	shift  int               // of its number in a key
	texts  map[string]uint32 // what texts are equal by, see spell
	counts map[int64]uint32
	met    []Value // of texts and counts, by number - 1
	spelt  spelling
}

// Value is a value of a dimension: the code of a term, a band, a text as [datasets.FoldText] has it;
// [NotKnown] and [NoMember].
type Value struct {
	Code  string
	Label datasets.Label
}

// dictionaryBits is the room for numbers of values that are met: [MaxParts] and one more fit in.
const dictionaryBits = 14

func newClasses(s *Set, d Dimension) classes {
	c := classes{dim: d, column: -1}
	if d.Field != "" {
		c.field = s.schema.Field(d.Field)
	}
	if c.isText() {
		c.texts, c.spelt.places = map[string]uint32{}, map[string]uint32{}
	} else if c.isCount() {
		c.counts = map[int64]uint32{}
	}
	return c
}

func (c *classes) isText() bool {
	return c.field != nil && (c.field.Kind == datasets.Text || c.field.Kind == datasets.Identifier)
}

// isCount tells whether each number that is met is a value; ages have fixed numbers.
func (c *classes) isCount() bool {
	return c.field != nil && c.field.Kind == datasets.Count && c.dim.Bands == nil && c.dim.Field != "age"
}

// width is how many bits of a key its numbers take.
func (c *classes) width() int {
	switch {
	case c.texts != nil || c.counts != nil:
		return dictionaryBits
	case c.dim.Bands != nil:
		return bits.Len(uint(len(c.dim.Bands)))
	case c.dim.Field == "age":
		return bits.Len(maxAge + 1)
	case c.field == nil:
		return bits.Len(uint(len(stages)))
	}
	return bits.Len(uint(len(c.field.Vocabulary.Terms) + 1)) // a set may be known to be empty
}

// count is the number of a count; 0 for a new one where there is no room.
func (c *classes) count(value int64) uint32 {
	if id, known := c.counts[value]; known {
		return id
	}
	if len(c.met) >= MaxParts {
		return 0
	}
	word := strconv.FormatInt(value, 10)
	c.met = append(c.met, Value{word, datasets.Label{PL: word, EN: word}})
	c.counts[value] = uint32(len(c.met))
	return uint32(len(c.met))
}

// band is the number of the band of a value. Few bands: searching from below is the quickest.
func (c *classes) band(value int64) uint32 {
	for i := range c.dim.Bands {
		if value <= c.dim.Bands[i].To {
			return uint32(i + 1)
		}
	}
	return 0
}

func (c *classes) tooMany() error {
	return fmt.Errorf("the dimension %s has more than %d values; %w", c.dim.Name, MaxParts, errParts)
}

// value is the value of a number.
func (c *classes) value(id uint32) Value {
	switch {
	case id == 0:
		return Value{NotKnown, datasets.Label{PL: "nie wiadomo", EN: "not known"}}
	case c.met != nil:
		return c.met[id-1]
	case c.dim.Bands != nil:
		return Value{c.dim.Bands[id-1].Value, c.dim.Bands[id-1].Label}
	case c.dim.Field == "age":
		word := strconv.Itoa(int(id) - 1)
		return Value{word, datasets.Label{PL: word, EN: word}}
	case c.field == nil:
		return stages[id-1]
	case int(id) > len(c.field.Vocabulary.Terms):
		return Value{NoMember, datasets.Label{PL: "żadne z wymienionych", EN: "none of them"}}
	}
	term := c.field.Vocabulary.Term(uint8(id))
	return Value{term.Code, datasets.Label{PL: term.PL, EN: term.EN}}
}

// ranks is the place of each number in the order of parts: terms, bands, ages and stages as they
// stand, counts by size, texts by their letters without diacritics, so that Łódź is not behind
// Zabrze; not known is last.
func (c *classes) ranks() []int {
	last := 1 << c.width()
	ranks := make([]int, last)
	for id := range ranks {
		ranks[id] = id
	}
	ranks[0] = last
	if len(c.met) == 0 {
		return ranks
	}
	order := make([]uint32, len(c.met))
	folded := make([]string, len(c.met))
	for i, v := range c.met {
		order[i], folded[i] = uint32(i), datasets.Fold(v.Code)
	}
	slices.SortFunc(order, func(a, b uint32) int {
		if c.counts != nil {
			return bySize(c.met[a].Code, c.met[b].Code)
		}
		return cmp.Or(strings.Compare(folded[a], folded[b]), strings.Compare(c.met[a].Code, c.met[b].Code))
	})
	for rank, i := range order {
		ranks[i+1] = rank + 1
	}
	return ranks
}

// bySize compares whole numbers that this package wrote in decimal.
func bySize(a, b string) int {
	x, _ := strconv.ParseInt(a, 10, 64)
	y, _ := strconv.ParseInt(b, 10, 64)
	return cmp.Compare(x, y)
}

// fold adds what another counter met and gives its numbers in this one.
func (c *classes) fold(o *classes) ([]uint32, error) {
	ids := make([]uint32, len(o.met)+1)
	for i, v := range o.met {
		if c.counts != nil {
			n, _ := strconv.ParseInt(v.Code, 10, 64) // written by count
			ids[i+1] = c.count(n)
		} else {
			ids[i+1] = c.text(v.Code)
		}
		if ids[i+1] == 0 {
			return nil, c.tooMany()
		}
	}
	return ids, nil
}
