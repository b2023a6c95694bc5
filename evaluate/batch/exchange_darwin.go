package batch

import (
	"errors"

	"golang.org/x/sys/unix"
)

// exchange puts each of two folders in the place of the other at one instant; ok is false where the file system
// cannot.
func exchange(a, b string) (ok bool, err error) {
	err = unix.RenameatxNp(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_SWAP)
	if errors.Is(err, unix.ENOTSUP) || errors.Is(err, unix.EINVAL) {
		return false, nil
	}
	return true, err
}
