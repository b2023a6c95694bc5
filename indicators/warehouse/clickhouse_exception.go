package warehouse

import (
	"fmt"
	"regexp"
	"strings"
)

// exceptionCode finds the number that every exception of ClickHouse begins with, in old servers
// as in new ones: Code: 60, e.displayText() = DB::Exception: … or Code: 60. DB::Exception: ….
var exceptionCode = regexp.MustCompile(`Code: (\d+)`)

// exception says in words what ClickHouse reports by a code (src/Common/ErrorCodes.cpp).
func (c *clickhouse) exception(status int, body string) error {
	found := exceptionCode.FindStringSubmatch(body)
	if found == nil {
		return c.notClickHouse(status, body)
	}
	said := firstException(body)
	switch found[1] {
	case "193", "192", "194", "195", "291", "497", "516": // wrong password, unknown user, …, access denied
		return c.notPermitted(said)
	case "60": // UNKNOWN_TABLE
		return c.fault(ErrUnknownTable, said, "name it as database.table where it stands elsewhere")
	case "81": // UNKNOWN_DATABASE
		return c.fault(ErrUnreachable, said, "check the database, the last part of the address")
	case "159", "160", "209": // TIMEOUT_EXCEEDED, TOO_SLOW, SOCKET_TIMEOUT
		return c.timeout(said)
	case "279", "210", "32", "519": // ALL_CONNECTION_TRIES_FAILED, NETWORK_ERROR, ATTEMPT_TO_READ_AFTER_EOF, ALL_REPLICAS_LOST
		return c.fault(ErrShard, said, "wait until every shard answers (SELECT * FROM system.clusters names them) and count again; nothing was counted")
	}
	return c.refused(said)
}

// notClickHouse is an answer that no exception of ClickHouse is in. The native port of the server
// says itself which port to use.
func (c *clickhouse) notClickHouse(status int, body string) error {
	said := fmt.Sprintf("HTTP status %d", status)
	if strings.Contains(body, "for HTTP") {
		said = strings.Join(strings.Fields(body), " ")
	}
	return c.fault(ErrUnreachable, said, "give the port of ClickHouse's HTTP interface (8123 unless configured otherwise)")
}

// firstException is the sentence of the first exception in the body, without what it is made of:
// of a failed shard ClickHouse sends the log of every attempt.
func firstException(body string) string {
	body = strings.Join(strings.Fields(body), " ")
	causes := exceptionCode.FindAllStringIndex(body, -1)
	if last := causes[len(causes)-1][0]; len(causes) > 1 {
		body = body[last:] // the innermost: which host, and why
	}
	for _, mark := range []string{"DB::NetException: ", "DB::Exception: "} {
		if _, after, ok := strings.Cut(body, mark); ok {
			body = after
			break
		}
	}
	body, _, _ = strings.Cut(body, ", e.what()")
	body, _, _ = strings.Cut(body, ", Stack trace")
	const longest = 300
	if runes := []rune(body); len(runes) > longest {
		body = string(runes[:longest]) + "…"
	}
	return strings.TrimSpace(body)
}
