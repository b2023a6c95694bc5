package datasets

import "iter"

// Source is one opened export: a stream of batches and what was concluded about its format.
type Source interface {
	// Batches streams the rows. It may be ranged over once. An error ends the stream and is an
	// [Unreadable] where the file is at fault. The same Batch may be used again for the next rows.
	Batches() iter.Seq2[*Batch, error]
	// Conclusions tells what was found out about the file. Rows is complete after the stream ended.
	Conclusions() Conclusions
	Close() error
}

// HeaderRows is how many rows from the top of a file or sheet the header row is looked for in, where
// nobody states it.
const HeaderRows = 60

// MaxColumns is the most columns that a header may have: those of the largest sheet that XLSX allows.
const MaxColumns = 16384

// Conclusions is what a reader found out about a file, for the manifest and for `check`.
type Conclusions struct {
	File      string // base name
	Format    string // csv, xlsx, parquet
	Packed    string // gzip, or empty
	Encoding  string // csv: utf-8, utf-8-bom, utf-16le, utf-16be, windows-1250, iso-8859-2, ibm852
	Separator string // csv
	Sheet     string // xlsx
	HeaderRow int    // from 1; 0 for Parquet
	Profile   string
	Rows      int // data rows read so far, blank ones not counted
	Columns   []BoundColumn
	Problems  []Problem // of the header: unknown columns
}

// Collect reads a whole stream into batches of its own, for inputs that are small by nature:
// a ledger, the questionnaires of one project.
func Collect(batches iter.Seq2[*Batch, error]) ([]*Batch, error) {
	var all []*Batch
	for b, err := range batches {
		if err != nil {
			return nil, err
		}
		all = append(all, b.Clone())
	}
	return all, nil
}
