package indicators

import (
	"errors"
	"fmt"

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

// unmarshal makes a panic of the YAML library an error: some broken texts, as a tag without a
// value, make it follow a nil pointer.
func unmarshal(text []byte, into any) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("this is not YAML that can be read (%v); check its brackets, quotes and tags", cause)
		}
	}()
	return yaml.UnmarshalWithOptions(text, into, yaml.Strict())
}
