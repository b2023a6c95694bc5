package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The program of the README is this program, and it prints what the README says.
func TestReadmeShowsThisProgram(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(program), "func count(")
	if !strings.Contains(string(readme), "func count("+strings.TrimSpace(body)) {
		t.Error("the README shows another program than examples/count/main.go")
	}
	var out strings.Builder
	if err := count(&out, filepath.Join("..", "katowice-pal", "uczestnicy-sm-efs-synthetic.csv")); err != nil {
		t.Fatal(err)
	}
	printed := "    " + strings.ReplaceAll(strings.TrimSpace(out.String()), "\n", "\n    ")
	if !strings.Contains(string(readme), printed) {
		t.Errorf("the README does not print what the program prints:\n%s", out.String())
	}
}
