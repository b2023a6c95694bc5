package batch

import (
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate/audit"
)

// NewKeyFile draws a key and writes it in hexadecimal to a new file that its owner alone can read; it tells by what
// reports name the key. A file that is there is never overwritten, and none is made in a folder that holds outputs of
// a run, or below one: that is a [Fault].
func NewKeyFile(path string) (print string, err error) {
	if path == "-" {
		return "", &Fault{File: path, Message: "is standard output, where a key would be seen and kept by others; name a new file",
			Polish: "to standardowe wyjście, gdzie klucz zobaczyliby i zachowali inni; podaj nowy plik"}
	}
	folder, err := outputsAbove(path)
	if err != nil {
		return "", err
	}
	if folder != "" {
		return "", &Fault{File: path, Message: "would stand among the outputs of a run (" + folder + "), from where it would be given away with the reports; choose a folder elsewhere",
			Polish: "stałby wśród wyników przebiegu (" + folder + "), skąd trafiłby w obce ręce razem z raportami; wybierz inny folder"}
	}
	key, err := datasets.DrawKey()
	if err != nil {
		return "", err
	}
	persons, err := check.PersonsUnder(key)
	if err != nil {
		return "", err
	}
	return persons.KeyPrint(), writeKey(path, key)
}

// writeKey leaves no half of a key behind: one that cannot be written whole is taken away again.
func writeKey(path string, key []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	switch {
	case errors.Is(err, fs.ErrExist):
		return &Fault{File: path, Message: "is there already and is not overwritten: a key that is lost cannot be drawn again; choose another name",
			Polish: "już istnieje i nie zostanie nadpisany: utraconego klucza nie da się odtworzyć; wybierz inną nazwę"}
	case err != nil:
		return &Fault{File: path, Message: "cannot be written: " + reason(err) + "; choose a folder that is there and that you may write to",
			Polish: "nie da się zapisać: " + reason(err) + "; wybierz istniejący folder, do którego możesz pisać"}
	}
	_, err = file.WriteString(hex.EncodeToString(key) + "\n")
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// outputsAbove is the folder of outputs that a file would stand in: one above that a run wrote, or the folder itself
// where a run wrote projects into it. Empty: none.
func outputsAbove(path string) (string, error) {
	at, err := resolved(path)
	if err != nil {
		return "", &Fault{File: path, Message: "cannot be found: " + reason(err), Polish: "nie da się znaleźć: " + reason(err)}
	}
	folder := filepath.Dir(at)
	for dir := folder; ; dir = filepath.Dir(dir) {
		if wroteInto(dir) {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			break
		}
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", nil // writing the key says why
	}
	for _, e := range entries {
		if wroteInto(filepath.Join(folder, e.Name())) {
			return folder, nil
		}
	}
	return "", nil
}

// wroteInto tells whether a folder holds the manifest of a run.
func wroteInto(folder string) bool {
	_, err := audit.Listed(filepath.Join(folder, manifestFile))
	return err == nil
}
