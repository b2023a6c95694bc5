package datasets

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
)

// MinKey is the least number of bytes of a key under which persons have pseudonyms: those of its hash.
const MinKey = sha256.Size

// CheckKey refuses a key that could be guessed: of fewer than [MinKey] bytes, or of one byte again and
// again. The error holds nothing of the key.
func CheckKey(key []byte) error {
	switch {
	case len(key) < MinKey:
		return fmt.Errorf("datasets: the key has %d bytes, needs at least %d; draw them at random", len(key), MinKey)
	case bytes.Count(key, key[:1]) == len(key):
		return fmt.Errorf("datasets: the key is one byte %d times; draw it at random", len(key))
	}
	return nil
}

// DrawKey draws a key of [MinKey] bytes for one run. The error is that of the machine's source of
// randomness.
func DrawKey() ([]byte, error) {
	key := make([]byte, MinKey)
	if _, err := rand.Read(key); err != nil {
		return nil, fmt.Errorf("datasets: drawing the key of the run: %w", err)
	}
	return key, nil
}
