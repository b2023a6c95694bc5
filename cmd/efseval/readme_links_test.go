package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	readmeLink    = regexp.MustCompile(`\]\(([^)]+)\)`)
	readmeHeading = regexp.MustCompile(`(?m)^#+ (.*)$`)
	notInAnchor   = regexp.MustCompile(`[^\pL\pN _-]`)
)

// Every door of the README leads somewhere: a heading of it, or a file of the repository.
func TestReadmeLinksLead(t *testing.T) {
	root := filepath.Join("..", "..")
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	anchors := map[string]bool{}
	for _, m := range readmeHeading.FindAllStringSubmatch(string(text), -1) {
		anchors["#"+strings.ReplaceAll(notInAnchor.ReplaceAllString(strings.ToLower(m[1]), ""), " ", "-")] = true
	}
	links := readmeLink.FindAllStringSubmatch(string(text), -1)
	if len(links) < 4 {
		t.Fatalf("only %d links were found", len(links))
	}
	for _, m := range links {
		switch to := m[1]; {
		case strings.HasPrefix(to, "#"):
			if !anchors[to] {
				t.Errorf("no heading has the anchor %s", to)
			}
		case !strings.Contains(to, "://"):
			if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(to))); err != nil {
				t.Errorf("%s: %v", to, err)
			}
		}
	}
}
