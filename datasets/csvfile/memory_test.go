package csvfile

import (
	"bytes"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// A worker that has its room and knows the words of the file allocates nothing, whatever the
// number of rows: quoted or not, dates with the year first or last, sets, texts that are short,
// long or to be trimmed.
func TestNoAllocationForRows(t *testing.T) {
	p := *profile(t, "sm-efs")
	p.Dates = []datasets.DateLayout{"dd.MM.yyyy"}
	plain := "FE-1;'00112;uwaga;SYN-1;Kobieta;34;Bytom;2024-02-29;kurs|doradztwo;x;Tak;Obywatelstwo polskie\n" +
		"FE-1;;uwaga;a very long identifier;Mężczyzna;34;Ruda Śląska ;29.02.2024;;x;Nie;\n"
	for name, rows := range map[string]string{"plain": plain, "quoted": strings.ReplaceAll(plain, "Bytom", `"Bytom"`)} {
		s := opened(t, mixedHeader+rows, &p)
		fork, text := s.binding.Fork(), []byte(strings.Repeat(rows, 500))
		piece := &piece{}
		quotes := bytes.Count(text, []byte{'"'})
		once := func() {
			piece.buf, piece.size, piece.quotes, piece.used = append(piece.buf[:0], text...), len(text), quotes, 0
			piece.margin()
			if !piece.typeRows(fork, ';') || piece.batches[0].Rows() != 1000 || len(piece.batches[0].Problems) > 0 {
				t.Fatal("the rows are not read")
			}
			fork.Conclude()
		}
		if n := testing.AllocsPerRun(20, once); n > 0 {
			t.Errorf("%s: %g allocations for 1000 rows", name, n)
		}
	}
}

// The memory of a stream does not grow with its rows.
func TestMemoryIsFlat(t *testing.T) {
	const line = "FE-1;;uwaga;SYN-1;Kobieta;34;Bytom;2024-02-29;kurs;x;Tak;Obywatelstwo polskie\n"
	grown := func(rows int) uint64 {
		var before, after runtime.MemStats
		s, err := newSource(io.MultiReader(strings.NewReader(mixedHeader), strings.NewReader(strings.Repeat(line, rows))), "people.csv", profile(t, "sm-efs"))
		if err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&before)
		for _, err := range s.Batches() {
			if err != nil {
				t.Fatal(err)
			}
		}
		runtime.ReadMemStats(&after)
		if s.read != rows {
			t.Fatalf("%d rows of %d", s.read, rows)
		}
		return after.TotalAlloc - before.TotalAlloc
	}
	few, many := grown(100_000), grown(400_000)
	if many > few+few/2 {
		t.Errorf("%d bytes allocated for 100 000 rows, %d for 400 000", few, many)
	}
}
