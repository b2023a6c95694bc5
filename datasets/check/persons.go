package check

import (
	"bytes"
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"maps"
	"slices"
	"sync"

	"github.com/efseval/efseval/datasets"
)

// MaxStays is how many participations under a PESEL the projects of one run may hold together: 32
// bytes each, 320 MB in all. Beyond it persons are no longer known apart, and that is told.
const MaxStays = 10_000_000

// digest stands for a person: the first half of an HMAC-SHA-256 under the key of the run.
type digest [2]uint64

func (d digest) compare(e digest) int {
	return cmp.Or(cmp.Compare(d[0], e[0]), cmp.Compare(d[1], e[1]))
}

// Persons knows the persons of the projects of one run apart without knowing who they are: by
// HMAC-SHA-256 under a key that is never shown. Plain digests would not do, since every possible
// PESEL can be tried in minutes. The checkers of several goroutines may share it.
//
// Only identifiers with the form of a PESEL and a date of the calendar tell the same person in two
// projects. A code that a project gave, as SYN-001, may be another person's elsewhere, and a number
// as 00000000000 is nobody's.
type Persons struct {
	key   []byte
	users bool // the key was given, not drawn

	mu       sync.Mutex
	projects map[string]uint32
	stays    []stay
	most     int
	cut      *stay   // the first that found no room
	partial  bool    // a checker kept no more rows
	checkers []giver // that gave their persons
}

// stay is one person in one project: its first row.
type stay struct {
	person  digest
	project uint32 // 0 where not known
	line    int32
	checker uint32 // in checkers
	source  uint16 // of the checker
	told    bool   // by the checker, to be in several projects
}

// Found is a Problem and the project it is of, as [Options] name it.
type Found struct {
	Project string
	Problem datasets.Problem
}

// NewPersons draws a key that ends with the run: persons cannot be linked across runs. The error
// is that of the machine's source of randomness.
func NewPersons() (*Persons, error) {
	key, err := datasets.DrawKey()
	if err != nil {
		return nil, err
	}
	return &Persons{key: key, projects: map[string]uint32{}, most: MaxStays}, nil
}

// PersonsUnder takes a key that the user holds, so that two runs under it know a person by the
// same pseudonym. A key that [datasets.CheckKey] refuses is an error.
func PersonsUnder(key []byte) (*Persons, error) {
	if err := datasets.CheckKey(key); err != nil {
		return nil, err
	}
	return &Persons{key: bytes.Clone(key), users: true, projects: map[string]uint32{}, most: MaxStays}, nil
}

// KeyPrint tells two keys apart and gives neither away: the first 64 bits of an HMAC-SHA-256 of a
// fixed text under the key, in hexadecimal. It is empty where the key was drawn for the run.
func (p *Persons) KeyPrint() string {
	if p == nil || !p.users {
		return ""
	}
	mac := hmac.New(sha256.New, p.key)
	mac.Write([]byte("efseval key print 1"))
	return hex.EncodeToString(mac.Sum(nil)[:8])
}

func (c *Checker) digest(person []byte) digest {
	c.mac.Reset()
	c.mac.Write(person)
	c.sum = c.mac.Sum(c.sum[:0])
	return digest{binary.BigEndian.Uint64(c.sum), binary.BigEndian.Uint64(c.sum[8:])}
}

// project numbers the projects from 1.
func (p *Persons) project(name []byte) uint32 {
	p.mu.Lock()
	defer p.mu.Unlock()
	n, known := p.projects[string(name)]
	if !known {
		n = uint32(len(p.projects) + 1)
		p.projects[string(name)] = n
	}
	return n
}

// take keeps the stays of a checker.
func (p *Persons) take(c *Checker, stays []stay) {
	p.mu.Lock()
	defer p.mu.Unlock()
	room := min(len(stays), p.most-len(p.stays))
	for i := range stays {
		stays[i].checker = uint32(len(p.checkers))
	}
	p.stays = append(p.stays, stays[:room]...)
	if room < len(stays) && p.cut == nil {
		p.cut = &stays[room]
	}
	p.partial = p.partial || c.rows.full
	g := c.giver()
	if n := len(p.checkers); n > 0 && maps.EqualFunc(g.told, p.checkers[n-1].told, slices.Equal) {
		g.told = p.checkers[n-1].told // the exports of many projects have one name, and their problems the same words
	}
	p.checkers = append(p.checkers, g)
}

// Forget takes the participations of a project back, as of one that could not be carried out.
func (p *Persons) Forget(project string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stays = slices.DeleteFunc(p.stays, func(s stay) bool { return p.checkers[s.checker].project == project })
}

// Unique is how many persons stand behind the participations of a run.
type Unique struct {
	Stays   int // participations under a PESEL
	Persons int // persons among them
	// Partial says that rows or participations beyond a limit were left out: the numbers are too
	// small, and nobody should print them.
	Partial bool
}

// Unique counts the persons of the checkers that are finished.
func (p *Persons) Unique() Unique {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sort()
	u := Unique{Stays: len(p.stays), Partial: p.partial || p.cut != nil}
	for range split(p.stays, samePerson) {
		u.Persons++
	}
	return u
}

func samePerson(a, b stay) bool { return a.person == b.person }

func (p *Persons) sort() {
	rank := p.ranks()
	slices.SortFunc(p.stays, func(a, b stay) int {
		return cmp.Or(a.person.compare(b.person), cmp.Compare(a.project, b.project), p.inOrder(rank, a, b))
	})
}
