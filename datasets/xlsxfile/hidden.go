package xlsxfile

import (
	"fmt"

	"github.com/efseval/efseval/datasets"
)

// Rules of what a person who looks at the sheet does not see, or sees otherwise.
const (
	RuleHidden = "sheet.hidden"
	RuleMerged = "cell.merged"
)

// tellHidden notes the first row of every run of hidden rows, and with the first row hidden
// columns that are read. A filter that was left on hides people from whoever looks, not from a
// reader.
func (s *source) tellHidden(batch *datasets.Batch, row *rowXML) {
	if s.read == 0 && batch.Rows() == 0 {
		s.tellHiddenColumns(batch)
	}
	if row.hidden && !s.inRun {
		batch.Problems = append(batch.Problems, datasets.Problem{
			Position: s.place(row.number, 0), Rule: RuleHidden, Severity: datasets.Note,
			Message: datasets.Label{
				PL: "od tego wiersza arkusz ukrywa wiersze (filtr?); przeczytano je jak wszystkie inne",
				EN: "from this row on the sheet hides rows (a filter?); they were read as all others",
			}})
	}
	s.inRun = row.hidden
}

func (s *source) tellHiddenColumns(batch *datasets.Batch) {
	for _, column := range s.rows.hiddenColumns {
		if column >= len(s.typing) || !s.typing[column].bound {
			continue
		}
		batch.Problems = append(batch.Problems, datasets.Problem{
			Position: s.place(s.header, column+1), Field: s.binding.Columns[column].Fields[0], Rule: RuleHidden, Severity: datasets.Note,
			Message: datasets.Label{
				PL: "arkusz ukrywa tę kolumnę; przeczytano ją jak wszystkie inne",
				EN: "the sheet hides this column; it was read as all others",
			}})
	}
}

func (s *source) tellHiddenSheet() {
	if !s.sheet.hidden {
		return
	}
	s.binding.Problems = append(s.binding.Problems, datasets.Problem{
		Position: s.place(s.header, 0), Rule: RuleHidden, Severity: datasets.Note,
		Message: datasets.Label{
			PL: "skoroszyt ukrywa ten arkusz; przeczytano go, bo ma nagłówki i wiersze",
			EN: "the workbook hides this sheet; it was read because it has the headers and rows",
		}})
}

func (s *source) place(row, column int) datasets.Position {
	return datasets.Position{File: s.book.name, Sheet: s.sheet.name, Row: row, Column: column}
}

// tellMerged warns of data cells that were merged over rows: all rows but the first have lost
// their value.
func (s *source) tellMerged(m span) {
	column := m.left - 1
	if m.bottom <= max(m.top, s.header+1) || column >= len(s.typing) || !s.typing[column].bound {
		return
	}
	s.late = append(s.late, datasets.Problem{
		Position: s.place(m.top, m.left), Field: s.binding.Columns[column].Fields[0], Rule: RuleMerged, Severity: datasets.Warning,
		Message: datasets.Label{
			PL: fmt.Sprintf("komórkę scalono do wiersza %d: wartość ma tylko pierwszy wiersz, w pozostałych jej brak; rozdziel komórki i wypełnij", m.bottom),
			EN: fmt.Sprintf("the cell is merged down to row %d: only its first row has the value, the others lack it; part the cells and fill them", m.bottom),
		}})
}
