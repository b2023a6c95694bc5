package csvfile

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/efseval/efseval/datasets"
)

// Rules of the faults that only a CSV row can have.
const (
	RuleOpenQuote  = "row.open-quote"
	RuleStrayQuote = "row.stray-quote"
	RuleBareQuote  = "row.bare-quote"
	RuleNotText    = "row.not-text"
	RuleLineEnds   = "row.line-ends"
)

// fault is what was wrong with the form of a row.
type fault uint8

const (
	openQuote  fault = 1 << iota // a quote opened and was never closed; the row ends at its line
	strayQuote                   // quotes inside a quoted cell that are not doubled, or text behind it
	bareQuote                    // a quote inside a cell that is not quoted; it is a letter
	nulByte
	lineEnds // a line end of another kind than those of the file, outside quotes
)

var faultTexts = [...]struct {
	bit      fault
	rule     string
	severity datasets.Severity
	text     datasets.Label
}{
	{openQuote, RuleOpenQuote, datasets.Error, datasets.Label{
		PL: "cudzysłów otwarty w tym wierszu nie jest zamknięty; wiersz odczytano do końca linii. Popraw cudzysłowy w pliku",
		EN: "a quote opened in this row is never closed; the row was read to the end of its line. Correct the quotes in the file"}},
	{strayQuote, RuleStrayQuote, datasets.Error, datasets.Label{
		PL: "cudzysłów wewnątrz komórki nie jest podwojony albo za zamykającym stoi tekst; sprawdź, czy wiersz podzielono właściwie",
		EN: "a quote inside a cell is not doubled, or text stands behind the closing one; check that the row was parted rightly"}},
	{bareQuote, RuleBareQuote, datasets.Warning, datasets.Label{
		PL: "cudzysłów w komórce bez cudzysłowów odczytano jako zwykły znak",
		EN: "a quote in a cell without quotes was read as a plain character"}},
	{nulByte, RuleNotText, datasets.Error, datasets.Label{
		PL: "wiersz zawiera bajt zerowy, którego w tekście nie ma; wyeksportuj plik ponownie",
		EN: "the row holds a NUL byte, which no text has; export the file again"}},
	{lineEnds, RuleLineEnds, datasets.Error, datasets.Label{
		PL: "w wierszu stoi koniec linii innego rodzaju niż w reszcie pliku (samo CR albo samo LF), więc kilka wierszy mogło stać się jednym; zapisz plik z jednym rodzajem końców linii",
		EN: "the row holds a line end of another kind than the rest of the file (CR alone, or LF alone), so several rows may have become one; save the file with one kind of line ends"}},
}

// tellFaults reports what is wrong with the form of a row, the value apart.
func (s *source) tellFaults(batch *datasets.Batch, row *row) {
	at := datasets.Position{File: s.name, Row: row.line}
	for _, f := range faultTexts {
		if row.fault&f.bit != 0 {
			batch.Problems = append(batch.Problems, datasets.Problem{Position: at, Rule: f.rule, Severity: f.severity, Message: f.text})
		}
	}
	for i, cell := range row.cells {
		if s.decoder.broken && s.decoder.spoils(cell) {
			at.Column = i + 1
			batch.Problems = append(batch.Problems, notText(at, s.decoder.name()))
			break
		}
	}
	s.tellLost(batch, row)
}

func notText(at datasets.Position, encoding string) datasets.Problem {
	return datasets.Problem{Position: at, Rule: RuleNotText, Severity: datasets.Error, Message: datasets.Label{
		PL: fmt.Sprintf("komórka zawiera bajty spoza kodowania %s, w którym jest reszta pliku; wyeksportuj plik ponownie albo podaj encoding:", encoding),
		EN: fmt.Sprintf("the cell holds bytes that are not %s, as the rest of the file is; export it again, or say encoding:", encoding),
	}}
}

// unreadable gives an error of the file's form its place and next step. An error of what unpacks
// the file knows its own next step.
func unreadable(name string, line int, err error) error {
	at := datasets.Position{File: name, Row: line}
	var known *datasets.Unreadable
	if errors.As(err, &known) {
		return &datasets.Unreadable{At: at, Cause: known.Cause, Next: known.Next}
	}
	next := "open the file in a text editor and compare it with the export system's format"
	switch {
	case errors.Is(err, errEmpty):
		next = "export it again: nothing was written into it"
	case errors.Is(err, errBinary):
		next = "name the file with its true ending (.xlsx, .parquet), or export it as CSV"
	case errors.Is(err, errEncoding):
		next = "say encoding: utf-8, windows-1250, iso-8859-2, ibm852 or utf-16"
	case errors.Is(err, errLineEnds):
		next = "save the file with one kind of line ends, all CRLF or all LF"
	case errors.Is(err, errLong):
		next = "check that the file is CSV and its line ends are whole"
	}
	return &datasets.Unreadable{At: at, Cause: err, Next: next}
}

var (
	errEmpty    = errors.New("the file is empty")
	errBinary   = errors.New("this is not a text file")
	errEncoding = errors.New("unknown encoding")
	errLineEnds = errors.New("the header is joined with another line: line ends of two kinds (CR alone, and LF) are in the file")
	errLong     = fmt.Errorf("a line is longer than %d MB", MaxLine>>20)
)

func hasNUL(line []byte) bool { return bytes.IndexByte(line, 0) >= 0 }
