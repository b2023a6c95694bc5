package main

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// grace is how long the second signal leaves to what is being written, before the process ends as it is: no
// project folder holds anything half-written at any time, and what stands beside is swept by the next run.
const grace = time.Second / 2

// interruption is what Ctrl-C does: the first ends the command, or, where a command says so, lets it finish what it
// has begun; the second ends it at once.
type interruption struct {
	context.Context
	cancel context.CancelFunc
	exit   func(int)

	mu     sync.Mutex
	gentle func() // what the first signal does instead
	heard  bool
}

type interruptionKey struct{}

// listen hears the signals until the returned function is called.
func listen() (i *interruption, stop func()) {
	i = &interruption{exit: os.Exit}
	i.Context, i.cancel = context.WithCancel(context.Background())
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		for range signals {
			i.signal()
		}
	}()
	return i, func() {
		signal.Stop(signals)
		close(signals)
		i.cancel()
	}
}

func (i *interruption) signal() {
	i.mu.Lock()
	defer i.mu.Unlock()
	switch {
	case i.heard:
		i.cancel()
		time.AfterFunc(grace, func() { i.exit(exitInterrupted) })
	case i.gentle != nil:
		i.gentle()
	default:
		i.cancel()
	}
	i.heard = true
}

// Value finds the interruption itself among the values of the context of a command.
func (i *interruption) Value(key any) any {
	if key == (interruptionKey{}) {
		return i
	}
	return i.Context.Value(key)
}

// firstSignal says what the first signal does to a command that need not be torn off.
func firstSignal(ctx context.Context, do func()) {
	if i, ok := ctx.Value(interruptionKey{}).(*interruption); ok {
		i.mu.Lock()
		defer i.mu.Unlock()
		i.gentle = do
	}
}
