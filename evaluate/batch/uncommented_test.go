package batch

import "testing"

func TestAnExcerptShowsNoComment(t *testing.T) {
	const excerpt = "     1 | # ask Zdzisłava\n     2 | id: p # and her sister\n>  3 | title: {pl: \"nr # 1\", en: 'x # y'} # z\n       ^\n     4 | rules: esf#1\n"
	const want = "     1 |\n     2 | id: p\n>  3 | title: {pl: \"nr # 1\", en: 'x # y'}\n       ^\n     4 | rules: esf#1\n"
	if got := uncommented(excerpt); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
