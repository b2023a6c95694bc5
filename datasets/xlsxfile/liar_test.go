package xlsxfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// An archive that says its sheet is small, and packs 64 MB of blanks: whether the sizes are
// believed or not, no more than the limit is unpacked.
func TestArchiveThatLiesAboutItsSize(t *testing.T) {
	path := write(t, func(f *excelize.File) { fillRows(t, f, "Sheet1", 1, [][]any{{"id", "sex"}, {"SYN-1", "woman"}}) })
	grown := 0
	rewrite(t, path, "xl/worksheets/sheet1.xml", func(s string) string {
		s = strings.Replace(s, "<sheetData>", "<sheetData>"+strings.Repeat(" ", ratioFrom), 1)
		grown = len(s)
		return s
	})
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	size := binary.LittleEndian.AppendUint32(nil, uint32(grown))
	if !bytes.Contains(text, size) {
		t.Fatal("the archive does not state the size")
	}
	if err := os.WriteFile(path, bytes.ReplaceAll(text, size, []byte{0, 16, 0, 0}), 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, _, err = read(t, path, profile(t, "generic"))
	if err == nil || !errors.Is(err, errTooLarge) && !errors.Is(err, errDamaged) {
		t.Errorf("error %v; want a refusal", err)
	}
}
