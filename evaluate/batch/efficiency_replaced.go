package batch

import (
	"strings"

	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/report"
	"github.com/efseval/efseval/indicators"
)

// replacedThresholds says that thresholds of the project stand in for all of the criterion's own; nil
// where the criterion had none or the project leaves them as they are.
func (r *run) replacedThresholds() []report.Override {
	if len(r.project.replaced) == 0 {
		return nil
	}
	return []report.Override{{Parameter: "efficiency.thresholds", Label: evaluate.T("progi efektywności", "efficiency thresholds"),
		RuleSet: thresholdsInWords(r.project.replaced), Project: thresholdsInWords(r.project.Efficiency.Thresholds)}}
}

// thresholdsInWords lists thresholds with whom they are for.
func thresholdsInWords(of []indicators.Threshold) evaluate.Text {
	var all evaluate.Text
	for _, t := range of {
		share := t.AtLeast.String() + "%"
		all = all.Joined("; ", evaluate.T(t.Code+" – "+t.Name.PL+": "+strings.Replace(share, ".", ",", 1), t.Code+" – "+t.Name.EN+": "+share))
	}
	return all
}

// withoutThreshold is what stands in the place of a threshold that there is none of.
func (r *run) withoutThreshold() evaluate.Text {
	if len(r.project.replaced) > 0 {
		return evaluate.T("nie podano", "not stated")
	}
	return evaluate.T("nie znaleziono", "none found")
}

// noThreshold is why a share has no verdict: none is invented.
func (r *run) noThreshold() evaluate.Text {
	if len(r.project.replaced) > 0 {
		return evaluate.T("progi z pliku projektu (efficiency: thresholds:) zastępują wszystkie progi zestawu reguł, a tego wśród nich nie ma",
			"the thresholds of the project file (efficiency: thresholds:) replace all of the rule set, and this one is not among them")
	}
	return evaluate.T("nie znaleziono progu; podaj go z regulaminu naboru: efficiency: thresholds:", "no threshold was found; state that of the call: efficiency: thresholds:")
}
