package batch

import "strings"

// contradictorySurveys are project files whose questionnaires contradict themselves.
func contradictorySurveys() []contradiction {
	head, people := contradictoryHead, "participants: {file: p.csv, profile: generic}\n"
	survey := func(extra, scale, pre, post string) string {
		return head + people + "surveys:\n  - name: s\n    title: {pl: a, en: b}\n    scale: {" + scale + "}\n    pre: {" + pre + "}\n    post: {" + post + "}\n" + extra
	}
	pre, post := "file: a.csv, items: [p1, p2]", "file: b.csv, items: [p1, p2]"
	return []contradiction{
		{"two surveys of one name", survey("  - name: s\n    title: {pl: a, en: b}\n    scale: {range: [1, 5]}\n    pre: {"+pre+"}\n    post: {"+post+"}\n", "range: [1, 5]", pre, post), "surveys[1].name"},
		{"range upside down", survey("", "range: [5, 1]", pre, post), ""},
		{"range of one", survey("", "range: [5]", pre, post), ""},
		{"no scale", head + "surveys:\n  - name: s\n    title: {pl: a, en: b}\n    pre: {" + pre + "}\n    post: {" + post + "}\n", "range: wants the lowest"},
		{"answers outside range", survey("", "range: [1, 5], answers: {nie: 0, tak: 9}", pre, post), "0 is not an answer of the range"},
		{"one word twice", survey("", "range: [1, 5], answers: {nie: 1, Nie: 2}", pre, post), ""},
		{"missing and answered", survey("", "range: [1, 5], missing: 1, answered: 0.8", pre, post), "says again what missing: says"},
		{"missing more than items", survey("", "range: [1, 5], missing: 3", pre, post), ""},
		{"missing all items", survey("", "range: [1, 5], missing: 2", pre, post), "scale.missing: is 2; want the number of unanswered items allowed, 0 to 1"},
		{"missing frac", survey("", "range: [1, 5], missing: 1.5", pre, post), "scale.missing: wants a whole number, not 1.5"},
		{"reversed unknown", survey("", "range: [1, 5], reversed: [p9]", pre, post), ""},
		{"reversed twice", survey("", "range: [1, 5], reversed: [p1, p1]", pre, post), "reversed[1]: \"p1\" stands there twice"},
		{"score unknown", survey("", "range: [1, 5], score: median", pre, post), ""},
		{"direction unknown", survey("", "range: [1, 5], direction: up", pre, post), ""},
		{"item twice", survey("", "range: [1, 5]", "file: a.csv, items: [p1, p1]", post), "pre.items[1]: \"p1\" stands there twice"},
		{"items of other number", survey("", "range: [1, 5]", "file: a.csv, items: [p1]", post), ""},
		{"no items", survey("", "range: [1, 5]", "file: a.csv", "file: b.csv"), ""},
		{"post the same as pre in wide file overlap", survey("", "range: [1, 5]", "file: a.csv, items: [p1, p2]", "file: a.csv, items: [p2, p1]"), "is a question of pre too, in the same file"},
		{"no post", head + "surveys:\n  - name: s\n    title: {pl: a, en: b}\n    scale: {range: [1, 5]}\n    pre: {" + pre + "}\n", ""},
		{"item is the code", survey("", "range: [1, 5]", "file: a.csv, items: [p1, p2], columns: {code: [p1]}", post), "is a question and is read as code too"},
		{"item ignored", survey("", "range: [1, 5]", "file: a.csv, items: [p1, p2], ignore: [p1]", post), "stands under ignore: too"},
		{"later without items", survey("    later: [{name: l, title: {pl: a, en: b}, file: c.csv}]\n", "range: [1, 5]", pre, post), "later[0]: items: is missing"},
		{"later without name", survey("    later: [{title: {pl: a, en: b}, file: c.csv, items: [p1, p2]}]\n", "range: [1, 5]", pre, post), "want a name of its own"},
		{"later named post", survey("    later: [{name: post, title: {pl: a, en: b}, file: c.csv, items: [p1, p2]}]\n", "range: [1, 5]", pre, post), ""},
		{"later the same rows as post", survey("    later: [{name: l, title: {pl: a, en: b}, file: b.csv, items: [p1, p2]}]\n", "range: [1, 5]", pre, post), "a column of waves tells only before and after"},
		{"by sex", survey("    by: [sex]\n", "range: [1, 5]", pre, post), "a change is told for women and men apart always"},
		{"by unknown", survey("    by: [agee_band]\n", "range: [1, 5]", pre, post), ""},
		{"by twice", survey("    by: [age_band, age_band]\n", "range: [1, 5]", pre, post), ""},
		{"covariates twice", survey("    covariates: [education, education]\n", "range: [1, 5]", pre, post), ""},
		{"covariates sex", survey("    covariates: [sex]\n", "range: [1, 5]", pre, post), "a change is told for women and men apart always"},
		{"by without participants", strings.Replace(survey("    by: [education]\n", "range: [1, 5]", pre, post), people, "", 1), ""},
		{"reliability 1", survey("    reliability: {value: 1, source: x}\n", "range: [1, 5]", pre, post), ""},
		{"reliability no source", survey("    reliability: {value: 0.8}\n", "range: [1, 5]", pre, post), ""},
		{"category twice", survey("    categories: [{name: w, title: {pl: a, en: b}, pre: x, post: x, categories: [nie, Nie]}]\n", "range: [1, 5]", pre, post), ""},
		{"category one", survey("    categories: [{name: w, title: {pl: a, en: b}, pre: x, post: x, categories: [nie]}]\n", "range: [1, 5]", pre, post), ""},
		{"category is an item", survey("    categories: [{name: w, title: {pl: a, en: b}, pre: p1, post: x, categories: [nie, tak]}]\n", "range: [1, 5]", pre, post), "is an item of the scale, too"},
		{"key and other items", survey("", "key: gses", pre, post), ""},
		{"key and range", survey("", "key: likert-1-5, range: [1, 7]", pre, post), ""},
		{"unknown key", survey("", "key: gsess", pre, post), ""},
		{"misspelt in scale", survey("", "range: [1, 5], reversd: [p1]", pre, post), ""},
	}
}
