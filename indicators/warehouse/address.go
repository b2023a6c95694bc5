package warehouse

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
)

// ErrAddress is an address that names no warehouse.
var ErrAddress = errors.New("warehouse: not the address of a warehouse")

// address is the URL of a warehouse taken apart. The password is never part of a text.
type address struct {
	scheme, host, port, database string
	user, password               string
	options                      url.Values // what stands after the question mark, without the password
}

// parseAddress reads a URL. Nothing of the URL goes into the error: what cannot be taken apart
// may be a password.
func parseAddress(text string) (address, error) {
	scheme, _, _ := strings.Cut(text, "://")
	switch scheme {
	case "postgres", "postgresql", "clickhouse":
	default:
		return address{}, fmt.Errorf("%w: want postgres://user@host:5432/database or clickhouse://user@host:8123/database", ErrAddress)
	}
	u, err := url.Parse(text)
	if err != nil || u.Hostname() == "" {
		return address{}, fmt.Errorf("%w: what follows %s:// is not [user@]host[:port]/database; leave the password out and set %s, "+
			"or write its special characters as %%40 and the like", ErrAddress, scheme, passwordVariable(scheme))
	}
	a := address{scheme: scheme, host: u.Hostname(), port: u.Port(), database: strings.Trim(u.Path, "/"), options: u.Query(), user: u.User.Username()}
	a.password, _ = u.User.Password()
	a.password = cmp.Or(a.password, a.options.Get("password"), os.Getenv(passwordVariable(scheme)))
	a.options.Del("password")
	a.settle()
	return a, nil
}

// settle fills the defaults in.
func (a *address) settle() {
	if a.scheme == "clickhouse" {
		a.port, a.database, a.user = cmp.Or(a.port, "8123"), cmp.Or(a.database, "default"), cmp.Or(a.user, "default")
		return
	}
	a.scheme, a.port = "postgres", cmp.Or(a.port, os.Getenv("PGPORT"), "5432")
}

func passwordVariable(scheme string) string {
	if scheme == "clickhouse" {
		return "CLICKHOUSE_PASSWORD"
	}
	return "PGPASSWORD"
}

// String is the address for messages: without user, password and options.
func (a address) String() string {
	return a.scheme + "://" + hostPort(a.host, a.port) + "/" + a.database
}

func hostPort(host, port string) string {
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	return host + ":" + port
}
