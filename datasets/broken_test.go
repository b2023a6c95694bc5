package datasets_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/efseval/efseval/datasets"
)

// A panic is an error that tells its type and not what it holds; another error comes through as it is.
func TestAPanicIsAnErrorWithoutWhatItHolds(t *testing.T) {
	err := datasets.Unbroken(func() error { panic(errors.New("Xyżbrzęcka 05922312340")) })
	if _, is := errors.AsType[*datasets.Broken](err); !is || !strings.Contains(err.Error(), "(*errors.errorString)") || strings.Contains(err.Error(), "Xyż") {
		t.Errorf("a panic came through as %v", err)
	}
	if err := datasets.Unbroken(func() error { return io.EOF }); err != io.EOF {
		t.Errorf("another error came through as %v", err)
	}
}
