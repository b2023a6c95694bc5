package audit

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
)

// shownDifferences is the most differences of an output that are printed for people.
const shownDifferences = 10

// WriteVerifyText writes a verification for people: inputs, outputs, what differs where, and in the last line
// the answer.
func WriteVerifyText(w io.Writer, v *Verification, l evaluate.Lang) error {
	out := &verifyText{bufio.NewWriter(w), l}
	out.heading(v)
	out.verdicts(out.say("wejścia", "inputs"), v.Inputs)
	out.verdicts(out.say("wyniki", "outputs"), v.Outputs)
	for _, name := range v.Foreign {
		out.line("  " + name + ": " + out.say("nie jest wynikiem przebiegu; nic o nim nie wiadomo", "is no output of the run; nothing is known of it"))
	}
	out.line(VerifyLine(v, l))
	return out.Flush()
}

// WriteOverviewText writes for people the answers for the page over the projects and for those that are gone.
func WriteOverviewText(w io.Writer, overview []Verdict, l evaluate.Lang) error {
	out := &verifyText{bufio.NewWriter(w), l}
	out.verdicts(out.say("przegląd projektów", "overview of the projects"), overview)
	return out.Flush()
}

// VerifyLine is a verification in one line: the project, the answer and how many of what.
func VerifyLine(v *Verification, l evaluate.Lang) string {
	out := &verifyText{lang: l}
	parts := []string{out.counted(v.Inputs, out.say("wejścia", "inputs")), out.counted(v.Outputs, out.say("wyniki", "outputs"))}
	if v.Why.Empty() {
		parts = append(parts, out.figures(v.Figures))
	}
	line := v.Project + ": " + out.answer(v.Answer()) + ": " + strings.Join(parts, ", ")
	if !v.Why.Empty() {
		line += "; " + out.say("nie policzono ponownie: ", "not computed again: ") + inOneLine(v.Why.In(l))
	}
	return datasets.Visible(line)
}

// inOneLine is a cause of several lines, as that of a project file with the source under a caret or of data with a
// list of faults, in one.
func inOneLine(cause string) string {
	lines := strings.Split(cause, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.Join(lines, " | ")
}

// verifyText writes the parts of a verification; errors wait for Flush.
type verifyText struct {
	*bufio.Writer
	lang evaluate.Lang
}

func (w *verifyText) say(pl, en string) string { return evaluate.T(pl, en).In(w.lang) }

func (w *verifyText) line(text string) { w.WriteString(datasets.Visible(text) + "\n") }

// answer is an answer in words.
func (w *verifyText) answer(a Answer) string {
	switch a {
	case Match:
		return w.say("zgodne", "match")
	case IsDifferent:
		return w.say("różni się", "differs")
	}
	return w.say("nie można", "cannot")
}

func (w *verifyText) heading(v *Verification) {
	text := v.Project + ", efseval " + v.Program
	if v.Why.Empty() && v.OtherBuild {
		text += w.say("; ten program to inna wersja albo kompilacja (", "; this program is another version or build (") + v.This +
			w.say("), więc bajty mogą się różnić i rozstrzygają liczby", "), so bytes may differ and the figures decide")
	}
	w.line(text)
}

// verdicts lists inputs or outputs, and what differs in each.
func (w *verifyText) verdicts(title string, list []Verdict) {
	if len(list) == 0 {
		return
	}
	w.line(title)
	w.matching(list)
	w.incomparable(list)
	for _, one := range list {
		if plainMatch(one) || plainCannot(one) {
			continue
		}
		text := "  " + w.answer(one.Answer) + "  " + one.Name
		if !one.Why.Empty() {
			text += ": " + one.Why.In(w.lang)
		}
		if one.Was != "" && one.Is != "" && one.Was != one.Is {
			text += fmt.Sprintf(" (SHA-256 %.16s… -> %.16s…)", one.Was, one.Is)
		}
		if one.Lawful > 0 {
			text += fmt.Sprintf(w.say(" (miejsca, które inna wersja zapisuje inaczej: %d)", " (places that another version writes otherwise: %d)"), one.Lawful)
		}
		w.line(text)
		w.differences(one)
	}
}

// plainMatch tells that there is nothing to say of a verdict but that it matches.
func plainMatch(one Verdict) bool {
	return one.Answer == Match && one.Why.Empty() && one.Lawful == 0 && len(one.Differences) == 0
}

// plainCannot tells that there is nothing to say of a verdict but why it cannot be compared.
func plainCannot(one Verdict) bool {
	return one.Answer == Cannot && one.Was == "" && one.Is == "" && one.Lawful == 0 && len(one.Differences) == 0
}

// incomparable lists what cannot be compared, a line for each cause: where a run cannot be carried out again, all
// outputs have the same.
func (w *verifyText) incomparable(list []Verdict) {
	var causes []evaluate.Text
	names := map[evaluate.Text][]string{}
	for _, one := range list {
		if !plainCannot(one) {
			continue
		}
		if names[one.Why] == nil {
			causes = append(causes, one.Why)
		}
		names[one.Why] = append(names[one.Why], one.Name)
	}
	for _, why := range causes {
		text := "  " + w.answer(Cannot) + "  " + strings.Join(chartsCounted(names[why]), ", ")
		if !why.Empty() {
			text += ": " + why.In(w.lang)
		}
		w.line(text)
	}
}

// chartsCounted are names of outputs with the charts, where they are several, as one with their number.
func chartsCounted(names []string) (out []string) {
	charts := 0
	for _, name := range names {
		if strings.HasPrefix(name, "charts/") {
			charts++
		}
	}
	for _, name := range names {
		if charts < 2 || !strings.HasPrefix(name, "charts/") {
			out = append(out, name)
		}
	}
	if charts > 1 {
		out = append(out, fmt.Sprintf("charts/ (%d)", charts))
	}
	return out
}

// matching lists what matches in a line, the charts by their number.
func (w *verifyText) matching(list []Verdict) {
	var names []string
	charts := 0
	for _, one := range list {
		switch {
		case !plainMatch(one):
		case strings.HasPrefix(one.Name, "charts/"):
			charts++
		default:
			names = append(names, one.Name)
		}
	}
	if charts > 0 {
		names = append(names, fmt.Sprintf("charts/ (%d)", charts))
	}
	if len(names) > 0 {
		w.line("  " + w.answer(Match) + "  " + strings.Join(names, ", "))
	}
}

func (w *verifyText) differences(one Verdict) {
	for _, d := range one.Differences[:min(len(one.Differences), shownDifferences)] {
		w.line("    " + w.difference(d))
	}
	if more := len(one.Differences) + one.More - shownDifferences; more > 0 {
		w.line(fmt.Sprintf(w.say("    i jeszcze %d; wszystkie podaje --json", "    and %d more; --json lists them"), more))
	}
}

// difference is a place in one line: which figure, what of it, where, what stands there and what is computed.
func (w *verifyText) difference(d Difference) string {
	text := placeIn(d.Place, w.lang)
	if d.Figure != "" {
		text = d.Figure + " (" + text + ")"
	}
	if strings.HasPrefix(d.Place, "line ") && !strings.Contains(d.Place, ",") && d.Field != "" && (d.Figure != "" || d.Field != "text") {
		text += ", " + placeIn(d.Field, w.lang) // a line of JSON or HTML has many
	}
	return text + ": " + w.say("jest ", "stands ") + w.told(d.Stands) + w.say(", wychodzi ", ", computed ") + w.told(d.Computed)
}

func (w *verifyText) told(text *string) string {
	if text == nil {
		return w.say("nic", "nothing")
	}
	return *text
}

// counted tells how many match.
func (w *verifyText) counted(list []Verdict, of string) string {
	n := map[Answer]int{}
	for _, one := range list {
		n[one.Answer]++
	}
	text := fmt.Sprintf(w.say("%s: %d z %d zgodnych", "%s: %d of %d match"), of, n[Match], len(list))
	if n[Cannot] > 0 {
		text += fmt.Sprintf(w.say(" (%d nie można porównać)", " (%d cannot be compared)"), n[Cannot])
	}
	return text
}

func (w *verifyText) figures(t Tally) string {
	text := fmt.Sprintf(w.say("liczby: %d z %d zgodnych", "figures: %d of %d match"), t.Matched, t.Matched+t.Differing+t.New)
	if t.New > 0 {
		text += fmt.Sprintf(w.say(" (%d nowych)", " (%d new)"), t.New)
	}
	if t.Missing > 0 {
		text += fmt.Sprintf(w.say(" (%d już się nie liczy)", " (%d are not computed any more)"), t.Missing)
	}
	return text
}
