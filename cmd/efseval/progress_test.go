package main

import (
	"strings"
	"testing"
	"time"

	"github.com/efseval/efseval/evaluate"
)

// clock is a time that a test sets.
type clock struct{ time.Time }

func (c *clock) now() time.Time       { return c.Time }
func (c *clock) wait(d time.Duration) { c.Time = c.Add(d) }

func progressAt(terminal bool, lang evaluate.Lang) (*progress, *clock, *strings.Builder) {
	var out strings.Builder
	c := &clock{time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)}
	p := newProgress(&out, lang, c.now)
	p.terminal, p.width = terminal, 40
	return p, c, &out
}

// On a terminal nothing is shown within the first second; then one line, cut to the width, which makes way for anything
// else that is written.
func TestProgressOnATerminal(t *testing.T) {
	p, c, out := progressAt(true, evaluate.EN)
	c.wait(900 * time.Millisecond)
	p.tick()
	p.between(func() { out.WriteString("a line\n") })
	if out.String() != "a line\n" {
		t.Errorf("within the first second: %q", out)
	}
	out.Reset()
	c.wait(time.Second)
	p.tick()
	if out.String() != "\r0 of 0 projects\x1b[K" {
		t.Errorf("%q", out)
	}
	out.Reset()
	p.between(func() { out.WriteString("a line\n") })
	p.clear()
	p.between(func() { out.WriteString("another\n") })
	if out.String() != "\r\x1b[Ka line\n\r0 of 0 projects\x1b[K\r\x1b[Kanother\n" {
		t.Errorf("%q", out)
	}
	if got := p.fit(strings.Repeat("ż", 50)); got != strings.Repeat("ż", 39) {
		t.Errorf("a line that wraps cannot be written over: %q", got)
	}
}

// Elsewhere a whole line is written every ten seconds, without any control character.
func TestProgressInALog(t *testing.T) {
	p, c, out := progressAt(false, evaluate.PL)
	for range 25 {
		c.wait(time.Second)
		p.tick()
	}
	if out.String() != "0 z 0 projektów\n0 z 0 projektów\n" {
		t.Errorf("%q", out)
	}
}

func TestTimeLeft(t *testing.T) {
	for want, d := range map[string]time.Duration{"1 s": 0, "40 s": 40 * time.Second, "2 min 5 s": 125 * time.Second, "1 h 1 min": 3660 * time.Second} {
		if got := inUnits(d); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
}
