package recognise

import (
	"slices"
	"strconv"
	"strings"
)

// part is the questions of one scale in one wave of a table.
type part struct {
	rank  int      // of the wave; noRank where the columns do not say it
	stem  string   // what the headers have in common; empty where they have nothing
	keys  []string // of each question: its header without the word for the wave
	items []*Column
}

// question is a column of answers on its way into a part.
type question struct {
	column *Column
	key    string // header without the word for the wave
	stem   string // header without the number at its end
	rank   int
	form   answerForm
}

// partsOf parts the columns of answers into scales and waves. Where headers differ only in the word for a wave
// (p1_pre, p1_post) the table holds several waves side by side, and questions without a partner belong to none.
func partsOf(columns []*Column) []part {
	var all []question
	for _, c := range columns {
		all = append(all, questionOf(c))
	}
	ranks := map[string][]int{}
	for _, q := range all {
		if q.rank != noRank && !slices.Contains(ranks[q.key], q.rank) {
			ranks[q.key] = append(ranks[q.key], q.rank)
		}
	}
	wide := func(q question) bool { return q.rank != noRank && len(ranks[q.key]) > 1 }
	if slices.ContainsFunc(all, wide) {
		all = slices.DeleteFunc(all, func(q question) bool { return !wide(q) })
	} else if !sameRank(all) {
		for i := range all {
			all[i] = wholeHeader(all[i])
		}
	}
	return scales(all)
}

func questionOf(c *Column) question {
	rest, rank := cutMarker(c.Header)
	return question{c, strings.Join(rest, " "), stemOf(c.Header, rest), rank, c.answers()}
}

// wholeHeader takes back that a word of the header tells a wave: nothing else in the table says so.
func wholeHeader(q question) question {
	words := tokens(q.column.Header)
	q.key, q.stem, q.rank = strings.Join(words, " "), stemOf(q.column.Header, words), noRank
	return q
}

// sameRank tells whether all questions are marked as of one wave, as in a file of p1_pre to p10_pre.
func sameRank(all []question) bool {
	return len(all) > 0 && !slices.ContainsFunc(all, func(q question) bool { return q.rank == noRank || q.rank != all[0].rank })
}

// stemOf is what the headers of one scale have in common: the words before a running number, or the text
// before the row of a grid ("Pytanie [wiersz]"). Headers without either have none.
func stemOf(header string, words []string) string {
	if grid, _, is := strings.Cut(header, "["); is && strings.HasSuffix(strings.TrimSpace(header), "]") {
		rest, _ := cutMarker(grid)
		return "[" + strings.Join(rest, " ")
	}
	if n := len(words); n > 0 {
		if _, err := strconv.Atoi(words[n-1]); err == nil {
			return "#" + strings.Join(words[:n-1], " ")
		}
	}
	return ""
}

// scales groups questions. Numbered questions, or those of a grid, are a scale where there are two or more; where
// there are such, other questions belong to no scale. A score that was worked out already is a scale of its own.
func scales(all []question) (parts []part) {
	keys := map[string][]string{} // of each group the different questions
	for _, q := range all {
		if id := q.group(); !slices.Contains(keys[id], q.key) {
			keys[id] = append(keys[id], q.key)
		}
	}
	grouped := false
	for id, some := range keys {
		grouped = grouped || len(some) > 1 && strings.ContainsAny(id, "#[")
	}
	at := map[string]int{}
	for _, q := range all {
		id := q.group()
		if q.form != decimalAnswers && grouped && (len(keys[id]) < 2 || !strings.ContainsAny(id, "#[")) {
			continue
		}
		if !grouped && q.form != decimalAnswers {
			id = ""
		}
		if q.form == decimalAnswers && !strings.ContainsAny(id, "#[") {
			id = q.key
		}
		id += "|" + strconv.Itoa(q.rank)
		i, known := at[id]
		if !known {
			i, at[id] = len(parts), len(parts)
			parts = append(parts, part{rank: q.rank, stem: q.name(grouped)})
		}
		parts[i].keys, parts[i].items = append(parts[i].keys, q.key), append(parts[i].items, q.column)
	}
	return parts
}

// group is the stem of a question, scores apart: answers in words and in numbers may stand side by side.
func (q question) group() string {
	if q.form == decimalAnswers {
		return "score " + q.stem
	}
	return q.stem
}

// name is what a scale of such questions may be called; empty where the headers do not say it.
func (q question) name(grouped bool) string {
	if q.form == decimalAnswers && !strings.ContainsAny(q.stem, "#[") {
		return q.key
	}
	if name := strings.Trim(q.stem, "#["); grouped && len(name) > 2 {
		return name
	}
	return ""
}
