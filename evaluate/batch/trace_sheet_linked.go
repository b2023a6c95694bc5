package batch

import (
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/audit"
)

// exported are the rows of the export of participants that are of a person of a survey, found as the survey
// finds what the export says of the person: by the code on the sheet before.
func (s *sheetTrace) exported(r *respondent, roles ...audit.Role) (rows []found) {
	index := r.index(beforeSide)
	if index < 0 {
		return nil
	}
	link := s.m.link
	if link == nil {
		return nil
	}
	key := link.keys[s.m.before.sheets[index].Code]
	for _, code := range s.tracer.run.traits.codes {
		if key == "" || link.keys[code] != key {
			continue
		}
		for _, at := range s.tracer.exports()[code] {
			rows = append(rows, found{at: at, unit: r.unit, person: r.code, roles: roles})
		}
	}
	return rows
}

// exports are the places of the rows of each participant, by the person as the export writes them.
func (t *tracer) exports() map[string][]datasets.Position {
	if t.rowsOfPersons != nil {
		return t.rowsOfPersons
	}
	t.rowsOfPersons = map[string][]datasets.Position{}
	for _, b := range t.trail.batches {
		person := b.ColumnOf("person")
		if person == nil || !person.Present {
			continue
		}
		for row := range b.Rows() {
			key := strings.TrimSpace(string(person.Text(row)))
			if key == "" {
				continue
			}
			for _, at := range b.Places(row) {
				t.rowsOfPersons[key] = append(t.rowsOfPersons[key], t.named(at, t.run.project.Participants.File))
			}
		}
	}
	return t.rowsOfPersons
}
