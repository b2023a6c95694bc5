package recognise

import (
	"errors"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/files"
	"github.com/efseval/efseval/datasets/profiles"
)

// Draft drafts a profile of participants for a table that no ready profile reads well, as [profiles.DraftFor] does, and takes down
// what it places: Kind, Profile and Drafted are set then. ok is false where it gives no column a field: the table is
// Unknown then.
func (r *Recognised) Draft() (ok bool, err error) {
	look := datasets.Everything()
	look.Sheet = r.Sheet
	source, err := files.Open(r.Path, look)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	text, err := profiles.DraftFor(source, string(Participants))
	if err != nil {
		return false, err
	}
	p, err := datasets.ParseProfile(text)
	if err != nil {
		return false, err
	}
	if len(p.Columns) == 0 || !r.bind(p, nil) {
		r.Kind, r.Profile, r.Unplaced = Unknown, nil, r.Columns
		return false, nil
	}
	r.Kind, r.Profile, r.Drafted, r.Unplaced = Participants, p, text, nil
	fed := map[*Column]bool{}
	for _, placed := range r.Placed {
		fed[placed.Column] = true
	}
	for _, c := range r.Columns {
		if !fed[c] {
			r.Unplaced = append(r.Unplaced, c)
		}
	}
	return true, r.settleValues()
}
