package samples_test

import (
	"fmt"
	"log"
	"path"
	"strings"

	"github.com/efseval/efseval/datasets/samples"
)

// The made-up exports of the examples, as bytes: the same ones every time.
func Example() {
	files, err := samples.Files()
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range files {
		if path.Dir(f.Path) != "katowice-pal" {
			continue
		}
		first, _, _ := strings.Cut(string(f.Bytes), "\n")
		fmt.Println(f.Path, "-", len(strings.Split(first, ";")), "columns")
	}
	// Output:
	// katowice-pal/uczestnicy-sm-efs-synthetic.csv - 27 columns
	// katowice-pal/koszty-synthetic.csv - 6 columns
	// katowice-pal/motywacja-pre-synthetic.csv - 13 columns
	// katowice-pal/motywacja-post-synthetic.csv - 13 columns
}
