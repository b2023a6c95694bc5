package files

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/efseval/efseval/datasets"
)

// TestReferenceFilesAsTheyCome opens every reference file with the generic profile and with the
// one that reads anything: neither panics, what is refused has a next step, and a file that is in
// order has its rows.
func TestReferenceFilesAsTheyCome(t *testing.T) {
	dir := reference(t)
	text, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var manifest struct {
		Files []struct {
			File   string            `json:"file"`
			Expect string            `json:"expect"`
			Rows   *int              `json:"rows"`
			Detect map[string]string `json:"detect"`
		} `json:"files"`
	}
	if err := json.Unmarshal(text, &manifest); err != nil {
		t.Fatal(err)
	}
	for _, c := range manifest.Files {
		if strings.HasPrefix(c.File, "GENERATED") {
			continue
		}
		path := filepath.Join(dir, c.File)
		for _, p := range []*datasets.Profile{profile(t, "generic"), datasets.Everything()} {
			found, err := drain(Open(path, p))
			var u *datasets.Unreadable
			if err != nil && (!errors.As(err, &u) || u.Next == "") {
				t.Errorf("%s, %s: no next step: %v", c.File, p.Name, err)
			}
			if p.Name != "everything" || c.Expect != "ok" {
				continue
			}
			if err != nil || c.Rows != nil && found.Rows != *c.Rows {
				t.Errorf("%s: %d rows, %v", c.File, found.Rows, err)
			}
			if c.Detect != nil && (found.Separator != c.Detect["delimiter"] || !sameEncoding(found.Encoding, c.Detect["encoding"])) {
				t.Errorf("%s: concluded %s %q, want %v", c.File, found.Encoding, found.Separator, c.Detect)
			}
		}
	}
}

func sameEncoding(found, want string) bool {
	plain := strings.NewReplacer("-", "", "windows", "cp", "utf8bom", "utf8").Replace
	return plain(plain(found)) == plain(want)
}

// columns is a profile of answer sheets with one column read as a kind.
func columns(t *testing.T, code string, kinds map[string]datasets.Kind) *datasets.Profile {
	t.Helper()
	p, err := datasets.ParseProfile([]byte("name: columns\nschema: answers\ndates: [dd.MM.yyyy]\ncolumns: [{field: code, header: [" + code + "]}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	o := datasets.Override{Columns: map[string][]string{}}
	for name, kind := range kinds {
		o.Items = append(o.Items, datasets.Field{Name: name, Kind: kind, Label: datasets.Label{PL: name, EN: name}})
		o.Columns[name] = []string{name}
	}
	if p, err = p.With(o); err != nil {
		t.Fatal(err)
	}
	return p
}

// Files whose outcome hangs on the kind of a column: what is read is right, the rest is told with
// its line, and nothing is dropped in silence.
func TestReferenceFilesByKind(t *testing.T) {
	dir := reference(t)
	for _, c := range []struct {
		file, header string
		kind         datasets.Kind
		values       []any
		told         []int // lines
	}{
		{"dates_mixed.csv", "data", datasets.Date, []any{"2024-03-05", "2024-03-05", "2024-03-05", nil, nil, nil, nil, nil}, []int{5, 6, 7, 9, 6}},
		{"missing_codes.csv", "ocena", datasets.Number, []any{4.0, nil, nil, nil, nil, nil, nil, 99.0, nil, 3.0}, []int{4, 5, 6, 7, 8, 10}},
		{"negative_and_percent.csv", "kwota", datasets.Number, []any{-1.5, -1.5, nil, nil, 3.25}, []int{4, 5}},
		{"negative_and_percent.csv", "proc", datasets.Number, []any{nil, nil, nil, nil, nil}, []int{2, 3, 4, 5, 6}},
		{"cr_only.csv", "ocena", datasets.Number, []any{4.0, 5.0}, nil},
		{"trailing_blank_lines.csv", "ocena", datasets.Number, []any{4.0, 5.0}, nil},
		{"empty_header_name.csv", "ocena", datasets.Number, []any{3.0, 4.0}, nil},
		{"preamble_total.csv", "kwota", datasets.Number, []any{100.0, 250.5, 350.5}, []int{7}},
		{"bare_quote.csv", "ocena", datasets.Number, []any{4.0, 5.0}, []int{2}},
	} {
		kinds := map[string]datasets.Kind{c.header: c.kind}
		got, err := readColumn(filepath.Join(dir, "files", c.file), columns(t, "id", kinds), c.header)
		if err != nil {
			t.Errorf("%s: %v", c.file, err)
			continue
		}
		if diff := cmp.Diff(c.values, got.values[c.header]); diff != "" {
			t.Errorf("%s, %s (-want +got)\n%s", c.file, c.header, diff)
		}
		var told []int
		for _, p := range got.problems {
			if p.Rule != datasets.RuleUnknownColumn {
				told = append(told, p.Position.Row)
			}
		}
		if diff := cmp.Diff(c.told, told); diff != "" {
			t.Errorf("%s, %s: lines told (-want +got)\n%s%v", c.file, c.header, diff, got.problems)
		}
	}
}

func readColumn(path string, p *datasets.Profile, header string) (out table, err error) {
	out.values = map[string][]any{}
	s, err := Open(path, p)
	if err != nil {
		return out, err
	}
	field := p.Fields().Index(header)
	for b, err := range s.Batches() {
		if err != nil {
			return out, errors.Join(err, s.Close())
		}
		for row := range b.Rows() {
			out.values[header] = append(out.values[header], plain(p.Fields().Fields[field].Kind, b.Column(field), row))
		}
		out.problems = append(out.problems, b.Problems...)
	}
	return out, s.Close()
}

// The public list of Polish ESF projects, as it was published: its bytes, its rows, its sums to
// the grosz.
func TestRealListOfProjects(t *testing.T) {
	path := filepath.Join(filepath.Dir(reference(t)), "11_esf_real", "pl_esf_2014_2020_projects.csv")
	const yaml = `
name: list
schema: costs
rows: expense
columns:
  - {field: task, header: [Tytuł projektu]}
  - {field: item, header: [Dziedzina]}
  - {field: amount, header: [Wartość projektu]}
  - {field: eu, header: [Dofinansowanie z EU]}
ignore: [Nazwa beneficjenta, Multimedia, "Czy projekt jest realizowany na obszarze większym niż jedna jednostka administracyjna?"]
`
	p, err := datasets.ParseProfile([]byte(yaml))
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(path, p)
	if err != nil {
		t.Fatal(err)
	}
	var total, eu int64
	byField := map[string]int64{}
	for b, err := range s.Batches() {
		if err != nil || len(b.Problems) > 0 {
			t.Fatal(err, b.Problems)
		}
		for row := range b.Rows() {
			amount := b.ColumnOf("amount").Counts[row]
			total, eu = total+amount, eu+b.ColumnOf("eu").Counts[row]
			byField[string(b.ColumnOf("item").Text(row))] += amount
		}
	}
	found := s.Conclusions()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	// pl_esf_2014_2020_projects.expected.json: rows 554, sum_total 1991947509.98, sum_eu 1732775039.23, by_field
	if found.Rows != 554 || found.Encoding != "windows-1250" || found.Separator != ";" || total != 199194750998 || eu != 173277503923 {
		t.Errorf("%d rows, %s, %q, %d, %d grosze", found.Rows, found.Encoding, found.Separator, total, eu)
	}
	if byField["praca i integracja społeczna"] != 90647657272 || byField["współpraca międzynarodowa"] != 19940024525 || len(byField) != 6 {
		t.Errorf("by field: %v", byField)
	}
}
