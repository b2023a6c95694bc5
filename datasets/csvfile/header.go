package csvfile

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/efseval/efseval/datasets"
)

// candidates are the separators looked for, the Polish spreadsheet's own first.
const candidates = ";,\t|"

// guess is one row read with one separator.
type guess struct {
	separator byte
	cells     []string
	line      int
	matches   int
	header    bool
	joined    bool // with another line
}

// findHeader looks through the top rows with each separator and ties the profile to the row
// that is a header; where several are, to the one with most known headers.
func (s *source) findHeader() error {
	head, err := s.rows.head()
	if err != nil {
		return unreadable(s.name, 0, err)
	}
	separators, err := s.separators()
	if err != nil {
		return err
	}
	var best guess
	for _, separator := range separators {
		if g := s.bestRow(head, separator); g.better(best) {
			best = g
		}
	}
	return s.bind(best)
}

func (s *source) separators() ([]byte, error) {
	switch stated := s.profile.Separator; {
	case stated == "":
		return []byte(candidates), nil
	case stated == `\t` || stated == "tab":
		return []byte{'\t'}, nil
	case len(stated) == 1 && stated[0] != '"' && stated[0] != '\n' && stated[0] != '\r':
		return []byte(stated), nil
	}
	return nil, unreadable(s.name, 0, fmt.Errorf("separator %q is not one plain character", s.profile.Separator))
}

// bestRow is the first header row with a separator, else the row with most known headers.
func (s *source) bestRow(head []byte, separator byte) guess {
	best := guess{separator: separator}
	rows := s.rows.over(head)
	stated := s.profile.HeaderRow
	for range max(datasets.HeaderRows, stated) {
		row, err := rows.next(separator)
		if err != nil {
			break
		}
		if stated > 0 && row.line != stated {
			continue
		}
		g := guess{separator: separator, cells: texts(row.cells), line: row.line, joined: row.fault&lineEnds != 0}
		g.matches = s.profile.CountMatches(g.cells)
		g.header = g.matches > 0 && s.profile.IsHeader(g.cells)
		if g.better(best) {
			best = g
		}
		if g.header {
			break
		}
	}
	return best
}

func (g guess) better(than guess) bool {
	if g.header != than.header {
		return g.header
	}
	return g.matches > than.matches
}

func texts(cells [][]byte) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = string(c)
	}
	return out
}

// bind ties the profile to the header row and moves the splitter behind it.
func (s *source) bind(g guess) error {
	if g.matches == 0 && s.profile.HeaderRow > 0 {
		return datasets.NotHeader(datasets.Position{File: s.name, Row: s.profile.HeaderRow}, s.profile.Name)
	}
	if g.matches == 0 {
		return s.noHeader()
	}
	if len(g.cells) > datasets.MaxColumns {
		return tooWide(s.name, g)
	}
	if g.joined {
		return unreadable(s.name, g.line, errLineEnds)
	}
	binding, err := s.profile.Bind(g.cells, datasets.Position{File: s.name, Row: g.line})
	if err != nil {
		return err
	}
	s.binding, s.separate, s.header = binding, g.separator, g.line
	for {
		row, err := s.rows.next(g.separator)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return unreadable(s.name, row.line, err)
		}
		if row.line >= g.line {
			return nil
		}
	}
}

func (s *source) noHeader() error {
	var wanted []string
	for i, c := range s.profile.Columns {
		if i < 4 {
			wanted = append(wanted, fmt.Sprintf("%q", c.Headers[0]))
		}
	}
	if len(wanted) == 0 {
		wanted = []string{"words, not numbers"}
	}
	return &datasets.Unreadable{At: datasets.Position{File: s.name},
		Cause: errors.New("no header row: none of the first rows holds a header of profile " + s.profile.Name + " (as " + strings.Join(wanted, ", ") + ")"),
		Next:  "choose the profile of the system that wrote the file, or name its headers under columns: in the project file"}
}

// tooWide refuses a header of too many columns: the line ends or separators of such a file are
// others than they seem.
func tooWide(name string, g guess) error {
	return &datasets.Unreadable{At: datasets.Position{File: name, Row: g.line},
		Cause: fmt.Errorf("the header has more than %d columns, the most that a workbook can hold", datasets.MaxColumns),
		Next:  fmt.Sprintf("see whether %q really parts its cells, and say separator: in the project file; else export fewer columns", g.separator)}
}
