package parquetfile

import (
	"fmt"
	"strconv"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/efseval/efseval/datasets"
)

func dateCell(to []byte, v parquet.Value) (datasets.Cell, []byte) {
	return datasets.Cell{Plain: true}, datasets.AppendDay(to, v.Int32())
}

// RuleUTC marks a column of dates whose days are those of UTC.
const RuleUTC = "date.utc"

// inUTC tells whether a column holds moments that the file says are adjusted to UTC, or those of
// the deprecated type, which programs write so.
func inUTC(c *parquet.Column) bool {
	if !c.Leaf() {
		return false
	}
	if c.Type().LogicalType() == nil {
		return c.Type().Kind() == parquet.Int96
	}
	t, ok := c.Type().LogicalType().Value.(*format.TimestampType)
	return ok && t.IsAdjustedToUTC
}

// daysInUTC says how the day of such a column was found: half past midnight in Poland is the day
// before in UTC.
func daysInUTC(at datasets.Position, field string) datasets.Problem {
	return datasets.Problem{Position: at, Field: field, Rule: RuleUTC, Severity: datasets.Note, Message: datasets.Label{
		PL: "kolumna zawiera chwile sprowadzone do UTC; za dzień przyjęto dzień kalendarzowy w UTC, a nie w czasie polskim. Zapisz kolumnę jako datę, aby tego uniknąć",
		EN: "the column holds moments adjusted to UTC; the calendar day is taken in UTC, not in Polish time. Write the column as a date to avoid this",
	}}
}

// timestampCell prints a moment as yyyy-MM-dd hh:mm:ss, as it is stored: a moment adjusted to
// UTC in UTC, a local one as local.
func timestampCell(t *format.TimestampType) (converter, error) {
	if t.Unit.Value == nil {
		return nil, fmt.Errorf("%w: a timestamp without a unit", errDamaged)
	}
	unit := int64(t.Unit.Value.Duration())
	perSecond := int64(time.Second) / unit
	return func(to []byte, v parquet.Value) (datasets.Cell, []byte) {
		n := v.Int64()
		seconds := n / perSecond
		if n%perSecond < 0 {
			seconds--
		}
		return datasets.Cell{Plain: true}, time.Unix(seconds, 0).UTC().AppendFormat(to, time.DateTime)
	}, nil
}

// int96Cell prints the deprecated timestamp: nanoseconds of a day, and the Julian day.
func int96Cell(to []byte, v parquet.Value) (datasets.Cell, []byte) {
	const julianOf1970 = 2440588
	x := v.Int96()
	day := int64(x[2]) - julianOf1970
	nanos := int64(x[0]) | int64(x[1])<<32
	if nanos < 0 || nanos >= int64(24*time.Hour) {
		nanos = 0
	}
	moment := time.Unix(day*24*60*60+nanos/int64(time.Second), 0)
	return datasets.Cell{Plain: true}, moment.UTC().AppendFormat(to, time.DateTime)
}

// timeCell prints a time of day as hh:mm:ss, with the part of a second that it has.
func timeCell(t *format.TimeType) (converter, error) {
	if t.Unit.Value == nil {
		return nil, fmt.Errorf("%w: a time without a unit", errDamaged)
	}
	unit := t.Unit.Value.Duration()
	return func(to []byte, v parquet.Value) (datasets.Cell, []byte) {
		n := v.Int64()
		if v.Kind() == parquet.Int32 {
			n = int64(v.Int32())
		}
		if n < 0 || n >= int64(24*time.Hour/unit) {
			return datasets.Cell{}, strconv.AppendInt(to, n, 10)
		}
		return datasets.Cell{}, time.Unix(0, 0).UTC().Add(time.Duration(n)*unit).AppendFormat(to, "15:04:05.999999999")
	}, nil
}
