package report

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"io"
	"io/fs"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"
)

// sortedZip holds the files of a workbook back until all are there and then writes them in the
// order of their names with one date: excelize itself writes sheets in random order.
type sortedZip struct {
	w     io.Writer
	files []zipped
}

type zipped struct {
	name string
	body *bytes.Buffer
}

func newSortedZip(w io.Writer) excelize.ZipWriter { return &sortedZip{w: w} }

// Create adds a file.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	body := &bytes.Buffer{}
	z.files = append(z.files, zipped{name, body})
	return body, nil
}

// AddFS adds the files of a file system.
func (z *sortedZip) AddFS(from fs.FS) error {
	return fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(from, name)
		z.files = append(z.files, zipped{name, bytes.NewBuffer(body)})
		return err
	})
}

// Close writes the archive. The list of content types comes first, as readers expect.
func (z *sortedZip) Close() error {
	rank := func(f zipped) int {
		if f.name == "[Content_Types].xml" {
			return 0
		}
		return 1
	}
	slices.SortFunc(z.files, func(a, b zipped) int { return cmp.Or(rank(a)-rank(b), cmp.Compare(a.name, b.name)) })
	out := zip.NewWriter(z.w)
	// One compressor for all files: a new one for each costs more than the compression.
	shared, err := flate.NewWriter(io.Discard, flate.BestSpeed)
	if err != nil {
		return err
	}
	out.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		shared.Reset(w)
		return shared, nil
	})
	for _, f := range z.files {
		to, err := out.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := f.body.WriteTo(to); err != nil {
			return err
		}
	}
	return out.Close()
}
