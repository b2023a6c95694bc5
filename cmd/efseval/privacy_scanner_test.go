package main

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"crypto/md5"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"html"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
)

// A scan that finds nothing proves nothing unless it finds what is there: a leak in every writing and in
// every packing is found, and text without one is not.
func TestTheScanFindsEachKindOfLeak(t *testing.T) {
	p := plantedPeople()[0]
	scan := plantedScanner()
	for name, leak := range leaks(t, p) {
		if len(scan.scan(name, leak)) == 0 {
			t.Errorf("%s: not found", name)
		}
	}
	for _, harmless := range []string{"", "Zd… (10)", "participants/women,37", "sześćdziesiąt osób, w tym 37 kobiet", strings.Repeat("0", 5000)} {
		if found := scan.scan("harmless", []byte(harmless)); len(found) > 0 {
			t.Errorf("%q: %v", harmless, found)
		}
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "list of "+p.last+".txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if found, err := scan.folder(dir); err != nil || len(found) == 0 {
		t.Errorf("a name in the name of a file: %v, %v", found, err)
	}
}

func leaks(t *testing.T, p planted) map[string][]byte {
	name, number := p.name(), p.pesel
	quoted, err := json.Marshal(map[string]string{"who": name})
	if err != nil {
		t.Fatal(err)
	}
	backwards := []rune(p.last)
	slices.Reverse(backwards)
	md, sha := md5.Sum([]byte(number)), sha256.Sum256([]byte(number))
	all := map[string]string{
		"utf-8": "x " + name + " y", "small": strings.ToLower(name), "capital": strings.ToUpper(name), "without diacritics": "xx" + bare(p.last) + "xx",
		"apart": "0592-2312 " + number[8:], "parted by markup": "<b>Xyż</b><i>brzęcka</i>", "phone": "tel. 000-917-364", "birth": "born 1805/12/23",
		"json": string(quoted), "ascii json": strconv.QuoteToASCII(name), "html": "<td>" + html.EscapeString(name) + "</td>", "entities": "Xy&#380;brz&#x119;cka",
		"url": "/a?n=" + url.QueryEscape(name), "spreadsheet": "_x0058_y\u017cbrz\u0119cka", "mail": url.QueryEscape(p.mail), "go bytes": `"` + bytesWrittenOut(p.last) + `"`,
		"hex": hex.EncodeToString([]byte(name)), "HEX": strings.ToUpper(hex.EncodeToString([]byte(number))),
		"md5": hex.EncodeToString(md[:]), "sha-256": hex.EncodeToString(sha[:]), "short sha-256": hex.EncodeToString(sha[:6]), "raw sha-256": string(sha[:]),
		"base64 of sha-256": base64.StdEncoding.EncodeToString(sha[:]), "key": plantedKey(),
		"picture in a page": `<img src="data:image/png;base64,` + base64.StdEncoding.EncodeToString(picture(t, "tEXt", []byte("Author\x00"+name))) + `">`,
	}
	for shift := range 3 {
		all[fmt.Sprintf("base64 at %d", shift)] = base64.StdEncoding.EncodeToString([]byte(strings.Repeat(";", shift) + name + "; and more"))
	}
	for coding, e := range encodings() {
		coded, err := e.NewEncoder().String("osoba: " + name)
		if err != nil {
			t.Fatal(err)
		}
		all[coding] = coded
	}
	coded, err := encodings()["utf-16le"].NewEncoder().String("tel. 000 91 73 64")
	if err != nil {
		t.Fatal(err)
	}
	all["number in utf-16"] = coded
	made := map[string][]byte{"gzip": gzipped(t, name), "png": picture(t, "tEXt", []byte("Author\x00"+name)), "packed png": picture(t, "zTXt", append([]byte("Author\x00\x00"), zipped(t, name)...)),
		"author of a workbook": workbook(t, name, "x"), "cell of a workbook": workbook(t, "x", name), "parquet": parquetOf(t, name)}
	for k, v := range all {
		made[k] = []byte(v)
	}
	return made
}

func bytesWrittenOut(text string) string {
	var out strings.Builder
	for i := range len(text) {
		if text[i] < 0x80 {
			out.WriteByte(text[i])
		} else {
			fmt.Fprintf(&out, `\x%02x`, text[i])
		}
	}
	return out.String()
}

func gzipped(t *testing.T, text string) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func zipped(t *testing.T, text string) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// picture is a PNG with one chunk; it shows nothing.
func picture(t *testing.T, kind string, body []byte) []byte {
	t.Helper()
	out := binary.BigEndian.AppendUint32([]byte("\x89PNG\r\n\x1a\n"), uint32(len(body)))
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[12:]))
}

func workbook(t *testing.T, author, cell string) []byte {
	f := excelize.NewFile()
	if err := f.SetDocProps(&excelize.DocProperties{Creator: author}); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStr("Sheet1", "A1", cell); err != nil {
		t.Fatal(err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func parquetOf(t *testing.T, cell string) []byte {
	type row struct {
		Cell string `parquet:"cell,zstd,dict"`
	}
	var out bytes.Buffer
	w := parquet.NewGenericWriter[row](&out)
	if _, err := w.Write([]row{{cell}, {strings.Repeat("x", 100)}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
