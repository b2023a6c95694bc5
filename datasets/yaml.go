package datasets

import (
	"fmt"

	"github.com/goccy/go-yaml"
)

// UnmarshalYAML reads a YAML text into a value; keys that the value does not have are errors, as is what
// [yaml.UnmarshalWithOptions] refuses. It makes a panic of the library an error: some broken texts, as a tag
// without a value, make it follow a nil pointer.
func UnmarshalYAML(text []byte, into any) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("this is not YAML that can be read (%v); check its brackets, quotes and tags", cause)
		}
	}()
	return yaml.UnmarshalWithOptions(text, into, yaml.Strict())
}
