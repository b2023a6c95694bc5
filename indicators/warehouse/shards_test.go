package warehouse

import (
	"context"
	"os"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/internal/randomtable"
)

// million is how many made-up participants stand on the two shards.
const million = 1_000_000

// spread loads made-up participants over both shards and gives the batches. Every other batch goes
// to the other shard.
func spread(t *testing.T, first, second *Warehouse) []*datasets.Batch {
	t.Helper()
	schema, err := datasets.ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	const rows = 50_000
	var batches []*datasets.Batch
	for seed := range uint64(million / rows) {
		b := randomtable.Batch(randomtable.Seeded(1000+seed), schema, slices.Repeat([]bool{true}, len(schema.Fields)), rows)
		columns, text := canonicalRows(t, b)
		shard := []*Warehouse{first, second}[seed%2]
		if seed < 2 {
			create(t, shard, "participants_part", columns)
		}
		load(t, shard, "participants_part", columns, text)
		batches = append(batches, b)
	}
	run(t, first, "DROP TABLE IF EXISTS participants")
	run(t, first, "CREATE TABLE participants AS participants_part ENGINE = Distributed(two, default, participants_part)")
	return batches
}

func TestAMillionOverTwoShardsCountAsTheEngine(t *testing.T) {
	first := open(t, serverURL(t, "EFSEVAL_CLICKHOUSE"))
	second := open(t, serverURL(t, "EFSEVAL_CLICKHOUSE_SHARD"))
	batches := spread(t, first, second)
	for _, name := range []string{"esf-2014-2020", "esf-plus-2021-2027"} {
		set, err := indicators.LoadSet(name)
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		got, err := first.Count(context.Background(), set, indicators.Options{}, "participants")
		if err != nil {
			t.Fatal(err)
		}
		took := time.Since(start)
		if all, _ := got.Cell(indicators.GrandTotal, indicators.Total); all.Num != million {
			t.Errorf("%d participants were counted", all.Num)
		}
		if diff := differ(embedded(t, set, batches...), got); diff != "" {
			t.Errorf("%s (-engine +two shards):\n%s", set.Name, diff)
		}
		t.Logf("%s: %d figures of %d participants on two shards in %s", set.Name, len(set.Definitions), million, took.Round(time.Millisecond))
	}
}

// The shard is stopped for good: .ci/warehouse runs this test last and alone.
func TestAStoppedShardIsToldAndNothingIsCounted(t *testing.T) {
	pid, err := strconv.Atoi(os.Getenv("EFSEVAL_CLICKHOUSE_SHARD_PID"))
	if err != nil || os.Getenv("EFSEVAL_STOP_SHARD") == "" {
		t.Skip("EFSEVAL_STOP_SHARD is not set; .ci/warehouse sets it, since the shard stays stopped")
	}
	w := open(t, serverURL(t, "EFSEVAL_CLICKHOUSE"))
	set := setOf(t, 0)
	signal := func(s syscall.Signal) {
		if err := syscall.Kill(pid, s); err != nil {
			t.Fatal(err)
		}
	}
	refused := func(limit time.Duration, kind error, words ...string) {
		t.Helper()
		ctx, cancel := context.WithTimeout(context.Background(), limit)
		defer cancel()
		table, err := w.Count(ctx, set, indicators.Options{}, "participants")
		if table != nil {
			t.Error("a table was given")
		}
		says(t, err, kind, words...)
	}
	signal(syscall.SIGSTOP) // it hangs: connections are taken and nothing comes back
	refused(3*time.Second, ErrTimeout, "more time")
	signal(syscall.SIGCONT)
	if _, err := w.Count(context.Background(), set, indicators.Options{}, "participants"); err != nil {
		t.Errorf("the shard goes on and the count does not: %v", err)
	}
	signal(syscall.SIGKILL)
	time.Sleep(time.Second)
	refused(time.Minute, ErrShard, "too small", "refused", "nothing was counted")
}
