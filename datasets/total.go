package datasets

// RuleTotal marks a row that looks like the sum of the others.
const RuleTotal = "row.total"

// totalWords are the cells that begin a row of totals, folded. Only whole cells count: a task may
// well be called "Razem przeciw wykluczeniu".
var totalWords = [...]string{"razem", "suma", "ogolem", "lacznie", "podsumowanie", "total", "sum", "grand total", "suma koncowa", "razem ogolem", "ogolem razem", "subtotal"}

const longestTotal = 16 // bytes of the longest of them with a colon or a letter of two bytes

// tellTotals reports the rows of a batch whose first text is a word of totals: read as a record
// they would count a person that nobody is, or every amount twice.
func (b *Binding) tellTotals(batch *Batch) (told bool) {
	first := b.firstText()
	if first == nil {
		return false
	}
	column := &batch.columns[first.field]
	start := uint32(0)
	for row, end := range column.Ends[:batch.Rows()] {
		text := column.Bytes[start:end]
		if start = end; len(text) == 0 || text[len(text)-1]-'0' <= 9 { // an identifier, as most are
			continue
		}
		if isTotal(text) {
			at := b.place(batch.Line(row), first.source)
			batch.Problems, told = append(batch.Problems, total(at, &b.Profile.fields.Fields[first.field])), true
		}
	}
	return told
}

// firstText is the leftmost column that is read as text.
func (b *Binding) firstText() *boundCell {
	var first *boundCell
	for i := range b.cells {
		c := &b.cells[i]
		kind := b.Profile.fields.Fields[c.field].Kind
		if (kind == Text || kind == Identifier) && (first == nil || c.source < first.source) {
			first = c
		}
	}
	return first
}

func isTotal(text []byte) bool {
	if len(text) < 3 || len(text) > longestTotal {
		return false
	}
	for _, c := range text {
		if c >= '0' && c <= '9' { // an identifier: no need to fold it
			return false
		}
	}
	folded := Fold(string(text))
	for _, word := range totalWords {
		if folded == word {
			return true
		}
	}
	return false
}

func total(at Position, f *Field) Problem {
	return Problem{Position: at, Field: f.Name, Rule: RuleTotal, Severity: Error, Message: Label{
		PL: "wiersz wygląda na podsumowanie pozostałych; policzony jako zapis zawyżyłby wynik. Usuń go z pliku",
		EN: "the row looks like the total of the others; read as a record it would count too much. Take it out of the file",
	}}
}
