package datasets

// MaxAge is the greatest number of years that is taken for the age of a person.
const MaxAge = 150

// IsAge tells whether a number of years can be the age of a person: 0 to [MaxAge]. Of a date of birth
// after the day of entry, or centuries before it, no age is known.
func IsAge(years int64) bool { return years >= 0 && years <= MaxAge }

// CompletedYears is the age on a day of somebody born on another: whole years, with 1 March as
// the birthday of a 29 February birth in common years (domain: age at entry). Negative where
// birth lies after the day.
func CompletedYears(birth, on int32) int {
	by, bm, bd := CalendarDay(birth)
	y, m, d := CalendarDay(on)
	age := y - by
	if m < bm || m == bm && d < bd {
		age--
	}
	return age
}

// YearDifference is the age by the other convention, the year of a day less the year of birth. Negative
// where birth lies in a later year.
func YearDifference(birth, on int32) int {
	born, _, _ := CalendarDay(birth)
	now, _, _ := CalendarDay(on)
	return now - born
}
