package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

// dateOf is the date of --now, else that of SOURCE_DATE_EPOCH; empty where neither gives one.
func dateOf(now string) (string, error) {
	if now != "" {
		if _, err := time.Parse(time.DateOnly, now); err != nil {
			return "", usageError{fmt.Errorf("--now %q is not a date; write yyyy-MM-dd", now)}
		}
		return now, nil
	}
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return "", nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return "", usageError{fmt.Errorf("SOURCE_DATE_EPOCH %q is not a number of seconds; unset it, or write one, as 1700000000", epoch)}
	}
	return time.Unix(seconds, 0).UTC().Format(time.DateOnly), nil
}
