package main

import (
	"strconv"
	"strings"
	"testing"
)

// What a room may import and does not is a door that nobody asked for.
func TestNoImportIsAllowedForNothing(t *testing.T) {
	used := map[string]bool{}
	for _, s := range sources(t) {
		for _, spec := range s.file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			used[s.room+" "+strings.TrimPrefix(path, house)] = true
			for library := range keepers {
				if path == library || strings.HasPrefix(path, library+"/") {
					used[s.room+" "+library] = true
				}
			}
		}
	}
	for _, list := range []struct {
		name string
		of   map[string][]string // room -> what it may import
	}{{"rooms", rooms}, {"keepers", byRoom(keepers)}} {
		for room, allowed := range list.of {
			for _, path := range allowed {
				if !used[room+" "+path] {
					t.Errorf("%s in layers_test.go lets %s import %s, which it does not; take it out", list.name, room, path)
				}
			}
		}
	}
}

// byRoom turns a list of rooms for each library round.
func byRoom(libraries map[string][]string) map[string][]string {
	out := map[string][]string{}
	for library, rooms := range libraries {
		for _, room := range rooms {
			out[room] = append(out[room], library)
		}
	}
	return out
}
