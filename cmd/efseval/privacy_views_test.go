package main

import (
	"bytes"
	"html"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// bare is a text in small letters without diacritics.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'ł' || r == 'Ł':
			return 'l'
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
}

// squeezed is bare without what people write between the digits of a number and the parts of a name.
func squeezed(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("-–‑./()+_,'\u200b\u00ad", r) {
			return -1
		}
		return r
	}, bare(text))
}

var (
	escape  = regexp.MustCompile(`\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\x[0-9A-Fa-f]{2}(?:\\x[0-9A-Fa-f]{2})*|_x[0-9A-Fa-f]{4}_`)
	percent = regexp.MustCompile(`(?:%[0-9A-Fa-f]{2})+`)
	tag     = regexp.MustCompile(`<[^<>]*>`)
)

// unescaped takes the escapes of JSON, YAML, Go, XML, HTML, spreadsheets and addresses out of a text.
func unescaped(text string) string {
	if strings.ContainsAny(text, `\_`) {
		text = escape.ReplaceAllStringFunc(text, unescapeOne)
	}
	if strings.Contains(text, "%") {
		text = percent.ReplaceAllStringFunc(text, func(s string) string {
			if plain, err := url.PathUnescape(s); err == nil && utf8.ValidString(plain) {
				return plain
			}
			return s
		})
	}
	if strings.Contains(text, "&") {
		text = html.UnescapeString(text)
	}
	return text
}

func unescapeOne(s string) string {
	if strings.HasPrefix(s, `\x`) {
		var raw []byte
		for part := range strings.SplitSeq(s[2:], `\x`) {
			b, err := strconv.ParseUint(part, 16, 8)
			if err != nil {
				return s
			}
			raw = append(raw, byte(b))
		}
		return decoded(raw)
	}
	r, err := strconv.ParseUint(strings.Trim(s, `\uUx_`), 16, 32)
	if err != nil {
		return s
	}
	return string(rune(r))
}

// decoded is text of bytes in UTF-8, else of those of Windows.
func decoded(raw []byte) string {
	if utf8.Valid(raw) {
		return string(raw)
	}
	text, err := charmap.Windows1250.NewDecoder().Bytes(raw)
	if err != nil {
		return string(raw)
	}
	return string(text)
}

// views are the ways to read bytes as text, each told only where it differs from those before.
func views(raw []byte, view func(text string)) {
	plain := unescaped(decoded(raw))
	view(bare(plain))
	view(squeezed(plain))
	if strings.Contains(plain, "<") {
		view(squeezed(tag.ReplaceAllString(plain, ""))) // a name parted by markup
	}
	if bytes.IndexByte(raw, 0) >= 0 {
		view(squeezed(strings.ReplaceAll(decoded(raw), "\x00", "")))
	}
}
