package samples

import (
	"time"

	"github.com/efseval/efseval/datasets"
)

// day counts from 1970-01-01, as in package datasets; none means no date.
type day int32

const none day = 0

func date(year int, month time.Month, dayOfMonth int) day {
	return day(time.Date(year, month, dayOfMonth, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// String is yyyy-MM-dd, or empty for none.
func (d day) String() string {
	if d == none {
		return ""
	}
	return datasets.FormatDay(int32(d))
}
