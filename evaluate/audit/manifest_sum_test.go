package audit

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// The sum is that of the file with nothing between the quotes, as anybody can compute it.
func TestTheSumOfAManifestIsThatOfItsText(t *testing.T) {
	text, _ := writtenAndRead(t, madeUpReport())
	own := regexp.MustCompile(`("manifest_sha256": ")([0-9a-f]{64})("\n}\n)$`).FindSubmatch(text)
	if own == nil {
		t.Fatalf("the last field is not a sum:\n%s", text)
	}
	sum := sha256.Sum256(bytes.Replace(text, own[2], nil, 1))
	if string(own[2]) != hex.EncodeToString(sum[:]) {
		t.Errorf("%s", own[2])
	}
}

// Any byte of a manifest that is another one is found, and so is one that is gone or new.
func TestEveryByteOfAManifestIsSummed(t *testing.T) {
	text, m := writtenAndRead(t, madeUpReport())
	if m.Altered || !bytes.Equal(rewritten(text), text) {
		t.Fatal("a manifest that was just written is taken for an altered one")
	}
	path := filepath.Join(t.TempDir(), "manifest.json")
	for at := range text {
		for what, changed := range map[string][]byte{
			"another": append(append(bytes.Clone(text[:at]), text[at]^1), text[at+1:]...),
			"gone":    append(bytes.Clone(text[:at]), text[at+1:]...),
			"new":     append(append(bytes.Clone(text[:at]), '1'), text[at:]...),
		} {
			if err := os.WriteFile(path, changed, 0o600); err != nil {
				t.Fatal(err)
			}
			if m, err := ReadManifest(path); err == nil && !m.Altered {
				t.Errorf("byte %d (%q) is %s, and nobody sees it", at, text[at], what)
			}
		}
	}
}
