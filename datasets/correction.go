package datasets

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Corrections is a ledger of cells that somebody found wrong in an export of participants and what
// they should hold: it is applied anew on every run, so that the export stays as the system wrote
// it and every change has a reason and a name. See [ReadCorrections] and [Corrections.Apply].
type Corrections struct {
	File    string // base name
	entries []correction
}

// Len is the number of corrections.
func (c *Corrections) Len() int { return len(c.entries) }

// correction is one line of the ledger. Who and reason are the evaluator's own words: they must be
// given, and stand in the manifest alone.
type correction struct {
	line     int
	key      string // identifier of the record; empty where the key is a row alone
	row      int    // of the export; 0: any
	field    string
	old, new string
	reason   string
	who      string
	day      int32
}

// The columns of a ledger, by their place in correctionColumns.
const (
	ledgerKey = iota
	ledgerField
	ledgerOld
	ledgerNew
	ledgerReason
	ledgerWho
	ledgerDate
)

// correctionColumns are the columns of a ledger with the headers that each may have.
var correctionColumns = [...]struct {
	name    string
	headers []string
}{
	{"key", []string{"key", "klucz", "identyfikator"}},
	{"field", []string{"field", "pole"}},
	{"old value", []string{"old value", "old", "stara wartość", "było"}},
	{"new value", []string{"new value", "new", "nowa wartość", "jest"}},
	{"reason", []string{"reason", "powód", "uzasadnienie"}},
	{"who", []string{"who", "kto", "osoba"}},
	{"date", []string{"date", "data"}},
}

// maxLedger is the most bytes of a ledger: a million corrections are no corrections.
const maxLedger = 64 << 20

// ReadCorrections reads a ledger: CSV in UTF-8 with ";" or "," and the columns key, field, old
// value, new value, reason, who, date (or klucz, pole, stara wartość, nowa wartość, powód, kto,
// data), in any order.
//
// key is the identifier of the record as the export has it. Where one person has several rows the
// row follows it, as in "SYN-2 row 12" (SYN-2 wiersz 12). A row alone, "row 12", is a key only of a
// row without an identifier: rows move when the export is made anew, and the line would change
// somebody else. field is the name of a canonical field. Old and new are written as the export
// writes them; blank is no value. Reason, who and date must be given, and neither reason nor who
// may hold the key, an e-mail address or five digits on end: both are printed in the manifest, so
// that no name of a participant belongs into them. A line that breaks one of these rules is
// [Unreadable], and all such lines are told at once.
func ReadCorrections(path string) (*Corrections, error) {
	name := filepath.Base(path)
	text, err := readLedger(path)
	if err != nil {
		return nil, &Unreadable{At: Position{File: name}, Cause: err, Next: "save the ledger as CSV in UTF-8"}
	}
	c := &Corrections{File: name}
	return c, c.read(text)
}

func readLedger(path string) (text []byte, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if text, err = io.ReadAll(io.LimitReader(file, maxLedger+1)); err != nil {
		return nil, err
	}
	switch {
	case len(text) > maxLedger:
		return nil, fmt.Errorf("the file is larger than %d MB", maxLedger>>20)
	case !utf8.Valid(text):
		return nil, errors.New("the file is not UTF-8")
	}
	return bytes.TrimPrefix(text, []byte("\uFEFF")), nil
}

func (c *Corrections) read(text []byte) error {
	r := csv.NewReader(bytes.NewReader(text))
	r.FieldsPerRecord = -1
	first, _, _ := bytes.Cut(text, []byte("\n"))
	if bytes.Count(first, []byte(";")) >= bytes.Count(first, []byte(",")) {
		r.Comma = ';'
	}
	header, err := r.Read()
	if err != nil {
		return c.fault(1, fmt.Errorf("no header row: %w", ledgerCause(err)), "begin with the line key;field;old value;new value;reason;who;date")
	}
	places, err := c.places(header)
	if err != nil {
		return err
	}
	return c.readLines(r, places)
}

// ledgerCause is a CSV error without the text of the line, which may hold a person number.
func ledgerCause(err error) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return parse.Err
	}
	return err
}

func ledgerLine(err error) int {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return parse.StartLine
	}
	return 0
}

func (c *Corrections) fault(line int, cause error, next string) error {
	return &Unreadable{At: Position{File: c.File, Row: line}, Cause: cause, Next: next}
}

// places finds each column of the ledger.
func (c *Corrections) places(header []string) (places [len(correctionColumns)]int, err error) {
	for i, column := range correctionColumns {
		places[i] = -1
		for at, h := range header {
			for _, want := range column.headers {
				if Fold(h) == Fold(want) && places[i] < 0 {
					places[i] = at
				}
			}
		}
		if places[i] < 0 {
			return places, c.fault(1, fmt.Errorf("no column %q", column.name), "the header is key;field;old value;new value;reason;who;date")
		}
	}
	return places, nil
}

func (c *Corrections) readLines(r *csv.Reader, places [len(correctionColumns)]int) error {
	var faults []error
	said := map[[3]string]int{}
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return errors.Join(faults...)
		}
		if err != nil {
			return errors.Join(append(faults, c.fault(ledgerLine(err), ledgerCause(err), "correct the quotes of the line"))...)
		}
		line, _ := r.FieldPos(0)
		entry, err := c.entry(line, cells, places)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		what := [3]string{entry.key, strconv.Itoa(entry.row), entry.field}
		if before, twice := said[what]; twice {
			faults = append(faults, c.fault(line, fmt.Errorf("line %d corrects the same field of the same record", before), "keep one of the two"))
			continue
		}
		said[what] = line
		c.entries = append(c.entries, entry)
	}
}

// entry checks one line.
func (c *Corrections) entry(line int, cells []string, places [len(correctionColumns)]int) (correction, error) {
	var v [len(correctionColumns)]string
	for i, at := range places {
		if at < len(cells) {
			v[i] = strings.TrimSpace(cells[at])
		}
		if v[i] == "" && i != ledgerOld && i != ledgerNew {
			return correction{}, c.fault(line, fmt.Errorf("no value under %q", correctionColumns[i].name), "say it: a change without it cannot be followed")
		}
	}
	day, err := ParseDate([]byte(v[ledgerDate]), []DateLayout{"dd.MM.yyyy"})
	if err != nil {
		return correction{}, c.fault(line, errors.New("the date is not one of the calendar"), "write it as yyyy-MM-dd")
	}
	e := correction{line: line, field: v[ledgerField], old: v[ledgerOld], new: v[ledgerNew], reason: v[ledgerReason], who: v[ledgerWho], day: day}
	e.key, e.row = splitKey(v[ledgerKey])
	for _, i := range [...]int{ledgerReason, ledgerWho} {
		if words := v[i]; !plainWords(words) || len(e.key) > 2 && strings.Contains(words, e.key) {
			return correction{}, c.fault(line, fmt.Errorf("%s holds what may tell a person: the key, @, or five digits on end, as of a date", correctionColumns[i].name), "say it without: the manifest prints it")
		}
	}
	return e, nil
}

// rowKey is a key that ends in the number of a row, after an identifier or alone.
var rowKey = regexp.MustCompile(`(?i)^(?:(.*[^\s,])[\s,]+)?(?:row|wiersz)\s+([0-9]{1,9})$`)

// splitKey parts a key into the identifier of a record and the number of a row, either of which
// may be left out.
func splitKey(key string) (identifier string, row int) {
	if m := rowKey.FindStringSubmatch(key); m != nil {
		if n, err := strconv.Atoi(m[2]); err == nil && n > 0 {
			key, row = m[1], n
		}
	}
	return string(trimApostrophes([]byte(key))), row
}
