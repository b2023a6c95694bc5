package profiles

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/efseval/efseval/datasets"
)

// maxFile is the most bytes of a profile file: a hundred times the longest ready one.
const maxFile = 1 << 20

// Profile is a ready profile, or one that was read from a file.
type Profile struct {
	*datasets.Profile
	File   string // as it was named; empty for a ready one
	SHA256 string // of the file, in hexadecimal; empty for a ready one
}

// IsFile tells whether the name of a profile is that of a file: it ends in .yaml or .yml, or holds a
// slash.
func IsFile(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".yaml" || ext == ".yml" || strings.ContainsAny(name, "/"+string(filepath.Separator))
}

// Find is the profile of a name: of a file relative to dir ("" is the working folder), as [IsFile] tells, or
// a ready one as [Load] knows it. What is wrong in a file is told with file, line and column.
func Find(name, dir string) (Profile, error) {
	if !IsFile(name) {
		p, err := Load(name)
		return Profile{Profile: p}, err
	}
	path := filepath.FromSlash(name)
	if dir != "" && !filepath.IsAbs(path) {
		path = filepath.Join(dir, path)
	}
	text, err := readProfile(path)
	if err != nil {
		return Profile{}, fmt.Errorf("profile %s: %w", path, err)
	}
	p, err := datasets.ParseProfile(text)
	if err != nil {
		return Profile{}, placed(path, text, err)
	}
	sum := sha256.Sum256(text)
	return Profile{p, name, hex.EncodeToString(sum[:])}, nil
}

// readProfile reads a file that has an end: a pipe may wait for ever, a device give for ever.
func readProfile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no such file; a ready profile has a name without slash and .yaml: %s", strings.Join(Names(), ", "))
	case err != nil:
		return nil, cause(err)
	case !info.Mode().IsRegular():
		return nil, errors.New("this is no file; name the YAML file that efseval profile draft wrote")
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, cause(err)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxFile+1))
	if err == nil && len(text) > maxFile {
		err = fmt.Errorf("a profile has at most %d MB; this is another file", maxFile>>20)
	}
	return text, err
}

func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// placed puts file, line and column before what is wrong in a profile.
func placed(path string, text []byte, err error) error {
	var (
		unknown *yaml.UnknownFieldError
		syntax  yaml.Error
		passed  *datasets.YAMLFault
	)
	switch {
	case errors.As(err, &unknown) && unknown.Token != nil:
		at := unknown.Token.Position
		return fmt.Errorf("%s:%d:%d: %w", path, at.Line, at.Column, unknownKey(unknown.Token.Value))
	case errors.As(err, &syntax) && syntax.GetToken() != nil:
		at := syntax.GetToken().Position
		return fmt.Errorf("%s:%d:%d: %s", path, at.Line, at.Column, syntax.GetMessage())
	case errors.As(err, &passed):
		return fmt.Errorf("%s:%d:%d: %s", path, passed.Line, passed.Column, passed.Message)
	}
	message := strings.TrimPrefix(err.Error(), "datasets: ")
	line, column := place(text, message)
	return fmt.Errorf("%s:%d:%d: %s", path, line, column, message)
}

// unknownKey says what a key that no profile has may have been.
func unknownKey(key string) error {
	switch near := datasets.Nearest(key, profileKeys()); near {
	case "":
		return fmt.Errorf("unknown key %q; efseval profile show generic shows those there are", key)
	case key:
		return fmt.Errorf("unknown key %q here; it belongs to another part of the file", key)
	default:
		return fmt.Errorf("unknown key %q; did you mean %q?", key, near)
	}
}

// profileKeys are the keys of a profile and of its columns.
func profileKeys() (keys []string) {
	for _, t := range []reflect.Type{reflect.TypeFor[datasets.Profile](), reflect.TypeFor[datasets.ColumnRule]()} {
		for i := range t.NumField() {
			if key, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ","); key != "" && key != "-" {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// keys are the lines of a profile that a check of the whole may find fault with, by a word of its
// message.
var keys = [...][2]string{{"header_row", "header_row"}, {"promise", "promise"}, {"decimal", "decimal"}, {"schema", "schema"}, {"layout", "dates"}, {"date", "dates"}}

// place finds the line that a message of a check is about: that of the field it names, or of the key.
// Where neither is found it is the beginning of the file.
func place(text []byte, message string) (line, column int) {
	for i := 0; ; i++ {
		name, at, ok := valueAt(text, fmt.Sprintf("$.columns[%d].field", i))
		if !ok {
			break
		}
		if strings.Contains(message, fmt.Sprintf("field %q", name)) || strings.Contains(message, "field "+name+":") || strings.Contains(message, "field "+name+" ") {
			return at[0], at[1]
		}
	}
	for _, k := range keys {
		if _, at, ok := valueAt(text, "$."+k[1]); ok && strings.Contains(message, k[0]) {
			return at[0], at[1]
		}
	}
	return 1, 1
}

// valueAt is what stands at a path of a YAML text, with its line and column.
func valueAt(text []byte, path string) (value string, at [2]int, ok bool) {
	p, err := yaml.PathString(path)
	if err != nil {
		return "", at, false
	}
	node, err := p.ReadNode(bytes.NewReader(text))
	if err != nil || node == nil || node.GetToken() == nil {
		return "", at, false
	}
	t := node.GetToken()
	return t.Value, [2]int{t.Position.Line, t.Position.Column}, true
}
