package batch

import "sync"

// teller takes outcomes as they come and hands them on in the order of the files, each as soon as those before it are done.
type teller struct {
	tell     func(Outcome) // may be nil
	outcomes []Outcome     // that came, by the place of the file; without briefs
	briefs   *briefs

	mu   sync.Mutex
	came map[int]bool // not handed on yet
	next int
}

func (t *teller) done(i int, out Outcome) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.outcomes[i] = out
	t.outcomes[i].Brief = nil
	if t.came == nil {
		t.came = map[int]bool{}
	}
	t.came[i] = true
	for ; t.came[t.next]; t.next++ {
		delete(t.came, t.next)
		if t.tell == nil {
			continue
		}
		if t.next != i {
			out = t.takenUp(t.next)
		}
		t.tell(out)
	}
}

// takenUp is an outcome that had to wait, with its brief.
func (t *teller) takenUp(i int) Outcome {
	out := t.outcomes[i]
	if out.Err == nil {
		out.Brief, out.Err = t.briefs.get(i)
	}
	return out
}
