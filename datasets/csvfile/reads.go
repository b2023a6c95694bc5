package csvfile

import (
	"errors"
	"strings"
)

// Reads tells whether an encoding may be stated by a name; empty is any, to be found.
func Reads(encoding string) bool {
	_, err := newDecoder(strings.NewReader(""), encoding)
	return !errors.Is(err, errEncoding)
}
