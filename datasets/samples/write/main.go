// Command write puts the made-up exports of package samples into examples/. It is run by
// go generate ./datasets/samples.
package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/efseval/efseval/datasets/samples"
)

// examples is where the exports belong, seen from datasets/samples.
const examples = "../../examples"

func main() { os.Exit(run(examples, os.Stderr)) }

// run writes all exports below a folder; 1 where one could not be made or written.
func run(folder string, errors io.Writer) int {
	if err := write(folder); err != nil {
		fmt.Fprintln(errors, err)
		return 1
	}
	return 0
}

func write(folder string) error {
	files, err := samples.Files()
	if err != nil {
		return err
	}
	for _, f := range files {
		path := filepath.Join(folder, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return fmt.Errorf("writing sample: %w", err)
		}
		if err := os.WriteFile(path, f.Bytes, 0o644); err != nil {
			return fmt.Errorf("writing sample: %w", err)
		}
	}
	return nil
}
