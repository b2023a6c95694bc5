package profiles

import "testing"

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load("sm-efs"); err != nil {
			b.Fatal(err)
		}
	}
}
