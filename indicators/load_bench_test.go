package indicators

import "testing"

// A command reads one rule set at its start.
func BenchmarkLoadSet(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := LoadSet("esf-2014-2020"); err != nil {
			b.Fatal(err)
		}
	}
}
