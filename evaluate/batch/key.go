package batch

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/polish"
)

// maxKey is the most bytes of a key file: what is longer is no key but some other file.
const maxKey = 4096

// ReadKey reads the key under which persons have their pseudonyms: at least [datasets.MinKey] bytes,
// as they are or in hexadecimal. One that could be guessed is a Fault, and so is a file inside the output
// folder, from where it would be given away with the reports; "" is none. No error holds any of the key.
func ReadKey(path, output string) ([]byte, error) {
	fault := func(format string, args ...any) error {
		return &Fault{File: path, Message: fmt.Sprintf(format, args...)}
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fault("the key cannot be read: %s; name the key file, or make one with efseval key new", reason(err))
	}
	defer file.Close()
	if output != "" && inside(path, output) {
		return nil, fault("the key stands inside the output folder %s, from where it would be given away with the reports; keep it elsewhere", output)
	}
	text, err := io.ReadAll(io.LimitReader(file, maxKey+1))
	switch {
	case err != nil:
		return nil, fault("the key cannot be read: %s; name the key file, or make one with efseval key new", reason(err))
	case len(text) > maxKey:
		return nil, fault("is larger than %d bytes and hardly a key; name a file with %d random bytes", maxKey, datasets.MinKey)
	}
	key := text
	if decoded, err := hex.DecodeString(string(bytes.TrimSpace(text))); err == nil {
		key = decoded
	}
	if err := datasets.CheckKey(key); err != nil {
		return nil, fault("%s", polish.Plain(err))
	}
	return key, nil
}

// inside tells whether a file stands in a folder or below, whatever links lead there.
func inside(file, folder string) bool {
	at, err := resolved(file)
	if err != nil {
		return false
	}
	dir, err := resolved(folder)
	if err != nil {
		return false
	}
	way, err := filepath.Rel(dir, at)
	return err == nil && way != ".." && !strings.HasPrefix(way, ".."+string(filepath.Separator))
}

// resolved is the absolute path without links; of a folder that is not there yet, as it would be.
func resolved(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real, nil
	}
	parent := filepath.Dir(path)
	if parent == path {
		return path, nil
	}
	parent, err = resolved(parent)
	return filepath.Join(parent, filepath.Base(path)), err
}
