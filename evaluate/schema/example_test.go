package schema_test

import (
	"encoding/json"
	"fmt"
	"log"
	"reflect"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/schema"
)

// settings is a file that a program reads; its tags are the truth about its keys.
type settings struct {
	Name    string `yaml:"name"`
	Workers int    `yaml:"workers"`
}

// A schema of one's own type, for the editor of whoever writes the file.
func Example() {
	text, err := schema.Description{
		Root:     reflect.TypeFor[settings](),
		ID:       "https://example.org/settings.json",
		Title:    evaluate.T("Ustawienia", "Settings"),
		Words:    []byte("settings:\n  name: {pl: nazwa, en: the name}\n  workers: {pl: ile naraz, en: how many at once}\n"),
		YAML:     true,
		Required: map[string][]string{"settings": {"name"}},
	}.JSON(evaluate.EN)
	if err != nil {
		log.Fatal(err)
	}
	var read map[string]any
	if err := json.Unmarshal(text, &read); err != nil {
		log.Fatal(err)
	}
	fmt.Println(read["title"], "at", read["$id"])

	_, err = schema.Description{Root: reflect.TypeFor[settings](), Words: []byte("settings:\n  name: {pl: nazwa, en: the name}\n"), YAML: true}.JSON(evaluate.EN)
	fmt.Println("a key without words is refused:", err != nil)
	// Output:
	// Settings at https://example.org/settings.json
	// a key without words is refused: true
}
