package check

import "testing"

// Python 3.11: k = b"made up: thirty-two bytes of key"
// hmac.new(k, b"efseval pseudonym 1\0\x0042681911446", "sha256").hexdigest()[:20], and so on.
// The number is of 1842, so that nobody living holds it.
func TestPseudonyms(t *testing.T) {
	persons, err := PersonsUnder([]byte("made up: thirty-two bytes of key"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ project, person, want string }{
		{"a", "42681911446", "97686809d1a7277f9c57"},
		{"b", "42681911446", "97686809d1a7277f9c57"},
		{"a", "SYN-001", "99899032dde53baa8b5a"},
		{"b", "SYN-001", "0fb380b373afa2ef9f60"},
	} {
		if got := persons.Pseudonym(c.project, []byte(c.person)); got != c.want {
			t.Errorf("%s in %s is %s, want %s", c.person, c.project, got, c.want)
		}
	}
}
