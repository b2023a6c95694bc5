package indicators

import (
	"errors"

	"github.com/goccy/go-yaml"
)

// asFault turns an error of the YAML reader into a Fault with its place; a Fault of ours that
// the reader wrapped comes out as it was.
func asFault(err error) error {
	var own *Fault
	if errors.As(err, &own) {
		return own
	}
	var at yaml.Error
	if errors.As(err, &at) && at.GetToken() != nil && at.GetToken().Position != nil {
		p := at.GetToken().Position
		return &Fault{Place: Place{Line: p.Line, Column: p.Column}, Message: at.GetMessage()}
	}
	return &Fault{Message: err.Error()}
}
