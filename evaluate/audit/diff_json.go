package audit

import (
	"encoding/json"
	"io"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
)

// DiffSchemaID names the version of a comparison as JSON.
const DiffSchemaID = "efseval/diff/1"

type jsonDiff struct {
	Schema   string            `json:"schema"`
	Projects []jsonProjectDiff `json:"projects"`
	OnlyOld  []string          `json:"only_old,omitempty"`
	OnlyNew  []string          `json:"only_new,omitempty"`
}

type jsonProjectDiff struct {
	Project  string      `json:"project"`
	Old      string      `json:"old"`
	New      string      `json:"new"`
	Causes   []jsonCause `json:"causes"`
	Moved    int         `json:"moved"`
	Rounding int         `json:"rounding"`
	Appeared int         `json:"new_figures"`
	Vanished int         `json:"gone_figures"`
	Same     int         `json:"same"`
	KeyPrint string      `json:"key_print,omitempty"`
	Figures  []jsonMoved `json:"figures"`
}

type jsonCause struct {
	Number  int            `json:"number"`
	Kind    CauseKind      `json:"kind"`
	Name    string         `json:"name,omitempty"`
	Roles   []string       `json:"roles,omitempty"`
	What    evaluate.Text  `json:"what"`
	Old     *evaluate.Text `json:"old,omitempty"`
	New     *evaluate.Text `json:"new,omitempty"`
	OldRows int            `json:"old_rows,omitempty"`
	NewRows int            `json:"new_rows,omitempty"`
	Note    *evaluate.Text `json:"note,omitempty"`
	Gone    []Correction   `json:"corrections_gone,omitempty"`
	Added   []Correction   `json:"corrections_added,omitempty"`
	Changed []string       `json:"project_file_changed,omitempty"`

	Rows *[]jsonRowChange `json:"rows,omitempty"` // of an input, where rows were compared
}

type jsonMoved struct {
	ID     string           `json:"id"`
	Label  evaluate.Text    `json:"label"`
	How    How              `json:"how"`
	Old    json.RawMessage  `json:"old,omitempty"` // as in results.json
	New    json.RawMessage  `json:"new,omitempty"`
	Causes []int            `json:"causes"` // their numbers
	Rows   *[]jsonRowChange `json:"rows,omitempty"`
}

type jsonRowChange struct {
	How      RowHow     `json:"how"`
	Old      *jsonPlace `json:"old,omitempty"`
	New      *jsonPlace `json:"new,omitempty"`
	Person   string     `json:"person,omitempty"`
	OldRoles []Role     `json:"old_roles,omitempty"`
	NewRoles []Role     `json:"new_roles,omitempty"`
}

type jsonPlace struct {
	File  string `json:"file"`
	Sheet string `json:"sheet,omitempty"`
	Row   int    `json:"row"`
}

// WriteDiffJSON writes a comparison for programs, schema [DiffSchemaID], in both languages.
func WriteDiffJSON(w io.Writer, c *Comparison) error {
	out := jsonDiff{Schema: DiffSchemaID, Projects: []jsonProjectDiff{}, OnlyOld: c.OnlyOld, OnlyNew: c.OnlyNew}
	for _, d := range c.Projects {
		j, err := projectDiffJSON(d)
		if err != nil {
			return err
		}
		out.Projects = append(out.Projects, j)
	}
	return writeJSON(w, out)
}

func projectDiffJSON(d *ProjectDiff) (jsonProjectDiff, error) {
	n := d.Counts()
	out := jsonProjectDiff{Project: d.Project, Old: d.Old, New: d.New, Causes: []jsonCause{}, Figures: []jsonMoved{}, KeyPrint: d.KeyPrint,
		Moved: n[Changed], Rounding: n[Rounding], Appeared: n[Appeared], Vanished: n[Vanished], Same: d.Same}
	for i, c := range d.Causes {
		cause := jsonCause{Number: i + 1, Kind: c.Kind, Name: c.Name, Roles: c.Roles, What: c.What, Old: given(c.Old), New: given(c.New), OldRows: c.OldRows, NewRows: c.NewRows,
			Note: given(c.Note), Gone: c.Gone, Added: c.Added, Changed: c.Changed}
		if d.Rows && c.Kind == CauseInput {
			cause.Rows = rowsJSON(c.Rows)
		}
		out.Causes = append(out.Causes, cause)
	}
	for i := range d.Figures {
		m, err := movedJSON(&d.Figures[i], d.Rows)
		if err != nil {
			return out, err
		}
		out.Figures = append(out.Figures, m)
	}
	return out, nil
}

func movedJSON(m *Moved, rows bool) (out jsonMoved, err error) {
	out = jsonMoved{ID: m.ID, Label: m.Label(), How: m.How, Causes: make([]int, len(m.Causes))}
	for i, n := range m.Causes {
		out.Causes[i] = n + 1
	}
	if m.Old != nil {
		if out.Old, err = report.FigureJSON(*m.Old); err != nil {
			return out, err
		}
	}
	if m.New != nil {
		if out.New, err = report.FigureJSON(*m.New); err != nil {
			return out, err
		}
	}
	if rows {
		out.Rows = rowsJSON(m.Rows)
	}
	return out, nil
}

// rowsJSON is an empty list for no rows: they were compared.
func rowsJSON(rows []RowChange) *[]jsonRowChange {
	out := []jsonRowChange{}
	for _, r := range rows {
		out = append(out, jsonRowChange{r.How, placeJSON(r.Old), placeJSON(r.New), r.Person, r.OldRoles, r.NewRoles})
	}
	return &out
}

func placeJSON(at datasets.Position) *jsonPlace {
	if at.File == "" {
		return nil
	}
	return &jsonPlace{at.File, at.Sheet, at.Row}
}
