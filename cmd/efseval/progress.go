package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"golang.org/x/term"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/batch"
)

// How often a run that lasts tells how far it is. A run that is over within the first second says nothing.
const (
	progressFirst = time.Second      // on a terminal
	progressTick  = time.Second / 5  // there
	progressPlain = 10 * time.Second // elsewhere, as in a log
)

// progress tells how far a run is: on a terminal in one line that is written over, elsewhere in plain lines. It
// has no colours. The bar of a library would know neither the lines that a run prints between nor the clock of a
// test.
type progress struct {
	out      io.Writer
	terminal bool
	width    int // of the terminal; 0: not known
	lang     evaluate.Lang
	meter    *batch.Meter
	now      func() time.Time

	mu    sync.Mutex
	began time.Time
	last  time.Time // when a plain line was written
	shown string    // the line that stands on the terminal
}

func newProgress(out io.Writer, lang evaluate.Lang, now func() time.Time) *progress {
	p := &progress{out: out, lang: lang, meter: &batch.Meter{}, now: now, began: now(), last: now()}
	if file, ok := out.(*os.File); ok && term.IsTerminal(int(file.Fd())) && os.Getenv("TERM") != "dumb" {
		p.terminal, p.width = true, widthOf(out)
	}
	return p
}

// watch tells it until the returned function is called.
func (p *progress) watch() (end func()) {
	ticker, over, gone := time.NewTicker(progressTick), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		for {
			select {
			case <-ticker.C:
				p.tick()
			case <-over:
				return
			}
		}
	}()
	return func() {
		ticker.Stop()
		close(over)
		<-gone
		p.clear()
	}
}

// tick writes what is due.
func (p *progress) tick() {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.now()
	switch {
	case p.terminal && now.Sub(p.began) >= progressFirst:
		p.show(p.fit(p.text(now)))
	case !p.terminal && now.Sub(p.last) >= progressPlain:
		fmt.Fprintln(p.out, p.text(now))
		p.last = now
	}
}

func (p *progress) show(line string) {
	fmt.Fprint(p.out, "\r"+line+"\x1b[K")
	p.shown = line
}

// between writes something else where the line stands, which then stands below it.
func (p *progress) between(write func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown == "" {
		write()
		return
	}
	fmt.Fprint(p.out, "\r\x1b[K")
	write()
	p.show(p.shown)
}

// clear takes the line away.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown != "" {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.shown = ""
	}
}

// text is "12 of 300 projects, 5,200 rows/s, about 40 s left".
func (p *progress) text(now time.Time) string {
	pace, elapsed := p.meter.Pace(), now.Sub(p.began)
	parts := []string{fmt.Sprintf("%d %s %s", pace.Done, evaluate.T("z", "of").In(p.lang),
		evaluate.T(datasets.PolishCount(pace.All, "projektu", "projektów", "projektów"), datasets.EnglishCount(pace.All, "project", "projects")).In(p.lang))}
	if seconds := elapsed.Seconds(); seconds > 0 && pace.Rows > 0 {
		rows := evaluate.Localize(fmt.Sprintf("%.0f", float64(pace.Rows)/seconds), p.lang)
		parts = append(parts, evaluate.T(rows+" wierszy/s", rows+" rows/s").In(p.lang))
	}
	if pace.Done > 0 && pace.Done < pace.All {
		left := inUnits(elapsed / time.Duration(pace.Done) * time.Duration(pace.All-pace.Done))
		parts = append(parts, evaluate.T("zostało około "+left, "about "+left+" left").In(p.lang))
	}
	return strings.Join(parts, ", ")
}

// inUnits is a time to wait in words that both languages share.
func inUnits(d time.Duration) string {
	switch d = d.Round(time.Second); {
	case d < time.Minute:
		return fmt.Sprintf("%d s", max(1, int(d.Seconds())))
	case d < time.Hour:
		return fmt.Sprintf("%d min %d s", int(d.Minutes()), int(d.Seconds())%60)
	}
	return fmt.Sprintf("%d h %d min", int(d.Hours()), int(d.Minutes())%60)
}

// fit cuts a line to the terminal: one that wraps cannot be written over.
func (p *progress) fit(text string) string {
	if runes := []rune(text); p.width > 1 && len(runes) >= p.width {
		return string(runes[:p.width-1])
	}
	return text
}
