package datasets

import (
	"bytes"
	"strings"
	"testing"
)

func TestCheckKey(t *testing.T) {
	varied := []byte("0123456789abcdef0123456789abcdef")
	for _, c := range []struct {
		name string
		key  []byte
		want string // of the error; empty: none
	}{
		{"random", varied, ""}, {"long", append(varied, varied...), ""}, {"none", nil, "has 0 bytes"}, {"short", varied[:31], "has 31 bytes, needs at least 32"},
		{"zeros", make([]byte, 32), "one byte 32 times"}, {"bytes that are no UTF-8", bytes.Repeat([]byte{0xff, 0xfe}, 16), ""},
		{"one of them again and again", bytes.Repeat([]byte{0xff}, 40), "one byte 40 times"},
	} {
		err := CheckKey(c.key)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestDrawnKeysDifferAndCanBeUsed(t *testing.T) {
	one, err := DrawKey()
	if err != nil {
		t.Fatal(err)
	}
	other, err := DrawKey()
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(one, other) || CheckKey(one) != nil {
		t.Errorf("two keys of one run each are the same, or no keys: %v", CheckKey(one))
	}
}
