package chart

// surveyWords are the texts of the charts of a questionnaire.
type surveyWords struct {
	reversed, reversedKey                    string
	noAnswers, shares, middleApart           string
	worsened, notReliable, improved, persons string
	mean, scoreChange, band, noBand          string
	oneValue, barWidth                       string
	shortInterval, byCount, cut              string
}

// survey returns the texts of the language; the language was checked by Options.
func (l Lang) survey() surveyWords {
	if l == PL {
		return surveyWords{
			reversed: "(R)", reversedKey: "(R): pozycja odwrócona, wyższa odpowiedź obniża wynik",
			noAnswers: "brak odpowiedzi", shares: "% odpowiedzi, od zera w\u00a0lewo niższe, w\u00a0prawo wyższe",
			middleApart: "; środkowa osobno, po prawej",
			worsened:    "rzetelne pogorszenie", notReliable: "bez rzetelnej zmiany", improved: "rzetelna poprawa", persons: "osoby",
			mean: "średnia", scoreChange: "zmiana wyniku (po − przed)", band: "granice zmiany rzetelnej: ", noBand: "bez granic zmiany rzetelnej: ",
			oneValue: "słupek: jedna wartość zmiany", barWidth: "szerokość słupka: ",
			shortInterval: "PU", byCount: "kwadrat: im większe n, tym większy", cut: "strzałka: przedział sięga dalej",
		}
	}
	return surveyWords{
		reversed: "(R)", reversedKey: "(R): reversed item, a higher answer lowers the score",
		noAnswers: "no answers", shares: "% of answers, left of zero the lower ones, right the higher ones",
		middleApart: "; the middle one apart, at the right",
		worsened:    "reliably worse", notReliable: "no reliable change", improved: "reliably better", persons: "people",
		mean: "mean", scoreChange: "change of the score (after − before)", band: "limits of reliable change: ", noBand: "no limits of reliable change: ",
		oneValue: "a bar: one value of the change", barWidth: "width of a bar: ",
		shortInterval: "CI", byCount: "square: the larger n, the larger it is", cut: "arrow: the interval goes on",
	}
}
