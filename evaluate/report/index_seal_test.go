package report

import (
	"bytes"
	"testing"

	"github.com/efseval/efseval/evaluate"
)

// Any byte of a page that is another breaks its seal, those of the seal too.
func TestTheSealOfThePageFindsEveryByte(t *testing.T) {
	var written bytes.Buffer
	if err := WriteIndex(&written, evaluate.PL, Index{Entries: EntriesOf(sampleEntries(t)[:1]...)}); err != nil {
		t.Fatal(err)
	}
	page := written.Bytes()
	if SealOf(page) != SealHolds {
		t.Fatal("the seal of a page that was just written does not hold")
	}
	step := max(1, len(page)/500)
	for at := len(page) - 1; at >= 0; at-- {
		if at < len(page)-200 && at%step != 0 {
			continue
		}
		page[at] ^= 1
		if SealOf(page) != SealBroken {
			t.Errorf("byte %d of %d: the seal holds, or is not seen", at, len(page))
		}
		page[at] ^= 1
	}
	for _, cut := range []int{0, 10, len(page) - 1, bytes.Index(page, []byte("</html>"))} {
		if SealOf(page[:cut]) != SealBroken {
			t.Errorf("a page cut at byte %d is not found", cut)
		}
	}
}

// A page of an earlier version ends with its element html.
func TestAPageWithoutASealIsKnown(t *testing.T) {
	for _, page := range []string{"<html>\n</html>\n", "<html>\n</html>"} {
		if SealOf([]byte(page)) != Unsealed {
			t.Errorf("%q", page)
		}
	}
}

// unsealed is a page without its last line.
func unsealed(page []byte) []byte { return page[:bytes.LastIndex(page, []byte(sealOpens))] }
