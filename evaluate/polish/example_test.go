package polish_test

import (
	"errors"
	"fmt"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate/polish"
)

func ExampleError() {
	err := &datasets.Unreadable{
		At:    datasets.Position{File: "uczestnicy.xlsx"},
		Cause: errors.New(`no sheet "Uczestnicy"`),
		Next:  `the workbook has "Arkusz1"`,
	}
	fmt.Println(polish.Error(err))
	// Output: uczestnicy.xlsx: nie ma arkusza "Uczestnicy"; skoroszyt ma arkusze "Arkusz1"
}
