package indicators

import (
	"fmt"
	"io/fs"
	"strings"
)

// ESFPlus is the rule set of 2021-2027: the common indicators of Annex I of Regulation 2021/1057.
func ESFPlus() (*Set, error) { return LoadSet("esf-plus-2021-2027") }

// ESF is the rule set of 2014-2020: the common indicators of Annex I of Regulation 1304/2013.
func ESF() (*Set, error) { return LoadSet("esf-2014-2020") }

// WLWK is the rule set of the key indicators of investment priority 9i in 2014-2020.
func WLWK() (*Set, error) { return LoadSet("wlwk-2014-2020") }

// Load reads a rule set of one's own, written in the language of those that come with the package:
// NAME.yaml in a file system, as os.DirFS("rules"). What is wrong with it is a [Fault] that says
// the file, line and column.
func Load(fsys fs.FS, name string) (*Set, error) {
	file := name
	if !strings.HasSuffix(file, ".yaml") && !strings.HasSuffix(file, ".yml") {
		file += ".yaml"
	}
	text, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, fmt.Errorf("indicators: reading the rule set %s: %w; the sets that come with the package are read by LoadSet", name, err)
	}
	s, err := ParseSet(text)
	return s, inFile(err, file)
}
