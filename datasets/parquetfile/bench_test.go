package parquetfile

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// BenchmarkSMEFS reads 200 000 made-up participants, or the file that EFSEVAL_BENCH_PARQUET names;
// SetBytes makes the MB/s of the file.
func BenchmarkSMEFS(b *testing.B) {
	path := os.Getenv("EFSEVAL_BENCH_PARQUET")
	if path == "" {
		path = writeMany(b, 200_000)
	}
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	p, rows := profile(b, "sm-efs"), 0
	b.SetBytes(info.Size())
	b.ReportAllocs()
	for b.Loop() {
		s, err := Open(path, p)
		if err != nil {
			b.Fatal(err)
		}
		for batch, err := range s.Batches() {
			if err != nil || len(batch.Problems) > 0 {
				b.Fatal(err, batch.Problems)
			}
		}
		rows = s.Conclusions().Rows
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

func writeMany(b *testing.B, n int) string {
	rows := stays(rand.New(rand.NewPCG(42, 1)), n)
	for i := range rows {
		r := &rows[i]
		r.Sex, r.Exit, r.Supports, r.PESEL = cmp.Or(map[bool]string{i%3 == 0: "Kobieta"}[true], "Mężczyzna"), ptr("2024-02-29"), ptr("kurs"), nil
		r.Technical, r.Entry = ptr(fmt.Sprintf("SYN-%09d", i)), int32(i%1000+19_000)
	}
	return write(b, rows, parquet.Compression(&parquet.Snappy))
}
