package samples

import "fmt"

// File is one made-up export.
type File struct {
	Path  string // relative to examples/, with slashes, e.g. katowice-pal/koszty-synthetic.csv
	Bytes []byte
}

// Files makes the exports of all five programmes, always in this order and always the same
// bytes. An error is a fault of this package: a deck that does not add up, a word missing
// from a layout.
func Files() ([]File, error) {
	programmes := []func() ([]File, error){
		katowicePAL, katowiceWlacz, mikolowMickiewicza, dabrowaIntegra, wodzislawWilchwy,
	}
	var files []File
	for _, programme := range programmes {
		made, err := programme()
		if err != nil {
			return nil, fmt.Errorf("samples: %w", err)
		}
		files = append(files, made...)
	}
	return files, nil
}
