package indicators

import "github.com/efseval/efseval/datasets"

// calendar remembers which day stands some months after another: exports hold few different days,
// and dates cost more than all else that is asked of a row.
type calendar struct {
	months int
	days   [1024]laterDay // by the lowest bits of the day
}

type laterDay struct{ day, later int32 }

func newCalendar(months int) *calendar {
	c := &calendar{months: months}
	for i := range c.days {
		c.days[i].day = int32(i + 1) // which has another place
	}
	return c
}

func (c *calendar) after(day int32) int32 {
	d := &c.days[uint32(day)%uint32(len(c.days))]
	if d.day != day {
		*d = laterDay{day, datasets.AddMonths(day, c.months)}
	}
	return d.later
}

// calendarOf is the calendar for a number of months.
func (e *engine) calendarOf(months int) *calendar {
	for _, c := range e.calendars {
		if c.months == months {
			return c
		}
	}
	e.calendars = append(e.calendars, newCalendar(months))
	return e.calendars[len(e.calendars)-1]
}
