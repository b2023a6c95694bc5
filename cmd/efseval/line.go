package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/efseval/efseval/datasets"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/batch"
	"github.com/efseval/efseval/evaluate/report"
)

// line is what the terminal shows of a project: participants, women and men against target,
// cost per participant, survey change, stated numbers, where the report is.
func line(o batch.Outcome, l evaluate.Lang) string {
	figures := o.Brief.Figures
	parts := []string{
		evaluate.T("uczestnicy", "participants").In(l) + " " + figureText(figures, "participants/total", l),
		evaluate.T("kobiety", "women").In(l) + " " + againstTarget(figures, "women", l),
		evaluate.T("mężczyźni", "men").In(l) + " " + againstTarget(figures, "men", l),
		evaluate.T("koszt na uczestnika", "cost per participant").In(l) + " " + figureText(figures, "cost/per-participant", l),
	}
	parts = append(parts, surveyParts(figures, l)...)
	if stated := statedParts(o.Brief, l); stated != "" {
		parts = append(parts, stated)
	}
	first := "report." + string(l) + ".html"
	if !o.Brief.Outputs.Has(report.HTML) {
		first = "results.json"
	}
	return o.ID + ": " + strings.Join(parts, ", ") + " -> " + filepath.Join(o.Folder, first)
}

// statedParts counts the stated numbers that came out, those of the programme itself first.
func statedParts(b *report.Brief, l evaluate.Lang) string {
	var counts []string
	for _, c := range b.Claims {
		counts = append(counts, c.Short().In(l))
	}
	if len(counts) == 0 {
		return ""
	}
	return evaluate.T("zgodne: ", "reproduced: ").In(l) + strings.Join(counts, " + ")
}

func figureText(figures *evaluate.Figures, id string, l evaluate.Lang) string {
	f, ok := figures.Get(id)
	if !ok {
		return "–"
	}
	return f.Text(l)
}

// againstTarget is "37 of 37", or the count alone where nothing was planned.
func againstTarget(figures *evaluate.Figures, sex string, l evaluate.Lang) string {
	achieved := figureText(figures, "participants/"+sex, l)
	if _, planned := figures.Get("target/participants/" + sex + "/planned"); !planned {
		return achieved
	}
	return achieved + " " + evaluate.T("z", "of").In(l) + " " + figureText(figures, "target/participants/"+sex+"/planned", l)
}

// surveyParts names the change of every survey and on how many pairs it rests.
func surveyParts(figures *evaluate.Figures, l evaluate.Lang) []string {
	var parts []string
	for _, f := range figures.All() {
		name, ok := strings.CutSuffix(f.ID, "/change/mean")
		if !ok || strings.Count(name, "/") != 1 {
			continue
		}
		change := report.Rise(&f) + f.Text(l)
		about, _, _ := strings.Cut(f.Label.In(l), ":")
		parts = append(parts, fmt.Sprintf("%s %s (%s)", about, change, pairsText(figures, name+"/pairs", l)))
	}
	return parts
}

// pairsText is the number of pairs with its noun.
func pairsText(figures *evaluate.Figures, id string, l evaluate.Lang) string {
	f, ok := figures.Get(id)
	if !ok || f.Status != evaluate.Known {
		return figureText(figures, id, l) + " " + evaluate.T("par", "pairs").In(l)
	}
	n := int(f.Value.Float())
	return evaluate.T(datasets.PolishCount(n, "para", "pary", "par"), datasets.EnglishCount(n, "pair", "pairs")).In(l)
}

// warningsOf counts the doubts about the data by rule, with the first place of each.
func warningsOf(b *report.Brief, l evaluate.Lang) []string {
	var lines []string
	for _, k := range b.Problems {
		if p := k.First; p.Severity != datasets.Note {
			lines = append(lines, fmt.Sprintf("%s x%d, %s: %s", p.Rule, k.N, p.Position, said(p.Message, l)))
		}
	}
	return lines
}

// personsLine says how many persons stand behind the participations of all projects, or why that
// is not known.
func personsLine(u *report.Unique, l evaluate.Lang) string {
	var parts []string
	for _, f := range u.Figures() {
		if f.ID == "batch/participations/linked" || f.ID == "batch/persons/linked" {
			continue
		}
		said := f.Label.In(l) + ": " + f.Text(l)
		if !f.Reason.Empty() {
			said += " (" + f.Reason.In(l) + ")"
		}
		parts = append(parts, said)
	}
	return strings.Join(parts, ", ")
}
