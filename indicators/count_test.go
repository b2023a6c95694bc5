package indicators

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
	"pgregory.net/rapid"
)

// stream yields clones in one and the same batch, as a reader does.
func stream(parts []*datasets.Batch, last error) iter.Seq2[*datasets.Batch, error] {
	return func(yield func(*datasets.Batch, error) bool) {
		var same datasets.Batch
		for _, p := range parts {
			same.Take(p.Clone())
			if !yield(&same, nil) {
				return
			}
		}
		if last != nil {
			yield(nil, last)
		}
	}
}

// However many goroutines count, the table is the same, of files of unlike columns too.
func TestCountDoesNotDependOnWorkers(t *testing.T) {
	sets := variants(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.SampledFrom(sets).Draw(rt, "set")
		a := drawBatch(rt, s.schema, drawColumns(rt, s.schema))
		b := drawBatch(rt, s.schema, drawColumns(rt, s.schema))
		want := tableOf(t, s, a, b)
		parts := rapid.Permutation(append(shares(rt, a), shares(rt, b)...)).Draw(rt, "order")
		for _, workers := range []int{0, 1, 2, 5} {
			c, err := Count(context.Background(), s, Options{}, stream(parts, nil), workers)
			if err != nil {
				rt.Fatal(err)
			}
			if diff := sameTables(want, c.Table()); diff != "" {
				rt.Fatalf("by %d workers (-want +got):\n%s", workers, diff)
			}
		}
	})
}

// The first fault in the order of the stream is told, whoever met it and whatever follows.
func TestCountTellsTheFirstFault(t *testing.T) {
	s := mustLoad(t, "esf-plus-2021-2027")
	good := batchOf(t, canonicalProfile(t), "sex\n"+repeat("woman\n", 3000))
	broken := errors.New("the disk is gone")
	var bad []*datasets.Batch
	for i := range 3 {
		costs, err := datasets.ReadSchema("costs")
		if err != nil {
			t.Fatal(err)
		}
		b := datasets.NewBatch(costs, fmt.Sprintf("costs%d.csv", i), "")
		b.AddRow(2)
		bad = append(bad, b)
	}
	for _, workers := range []int{1, 2, 3} {
		for range 50 {
			for _, c := range []struct {
				parts []*datasets.Batch
				last  error
				want  string
			}{
				{[]*datasets.Batch{good, bad[0], bad[1], good, bad[2]}, broken, "costs0.csv"},
				{[]*datasets.Batch{good, good, good}, broken, broken.Error()},
			} {
				if _, err := Count(context.Background(), s, Options{}, stream(c.parts, c.last), workers); err == nil || !strings.Contains(err.Error(), c.want) {
					t.Fatalf("%d workers: error %v, want one with %q", workers, err, c.want)
				}
			}
		}
	}
}

func TestCountEndsWithItsContext(t *testing.T) {
	s := mustLoad(t, "esf-plus-2021-2027")
	good := batchOf(t, canonicalProfile(t), "sex\nwoman\n")
	ctx, cancel := context.WithCancel(context.Background())
	endless := func(yield func(*datasets.Batch, error) bool) {
		for i := 0; yield(good.Clone(), nil); i++ {
			if i == 10 {
				cancel()
			}
		}
	}
	if c, err := Count(ctx, s, Options{}, endless, 2); c != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("Count = %v, %v, want nothing and context.Canceled", c, err)
	}
}
