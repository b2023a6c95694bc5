package batch

import (
	"bytes"
	"errors"
	"html"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/efseval/efseval/datasets/check"
	"github.com/efseval/efseval/evaluate"
	"github.com/efseval/efseval/evaluate/audit"
	"github.com/efseval/efseval/evaluate/polish"
	"github.com/efseval/efseval/evaluate/report"
)

// shown is what an overview shows of a project that was carried out again.
type shown struct {
	brief      *report.Brief // nil once it is put aside
	keyPrint   string
	otherBuild bool
}

// overviewPage is index.html of a folder of many projects, as it stands.
type overviewPage struct {
	text    []byte
	broken  error    // it cannot be read
	folders []string // that are there
	linked  []string // names of the folders that it links to, in its order
}

// readOverview reads the page over the folders; nil where there is none, and where dir itself is the folder of a run.
func readOverview(dir string, folders []string) (*overviewPage, error) {
	if slices.Equal(folders, []string{dir}) {
		return nil, nil
	}
	text, err := os.ReadFile(filepath.Join(dir, overviewFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return &overviewPage{text: text, broken: err, folders: folders, linked: linksOf(text)}, nil
}

// linksOf are the folders that a page links to, in its order.
func linksOf(page []byte) (names []string) {
	for _, found := range hrefs.FindAllSubmatch(page, -1) {
		name, err := url.PathUnescape(html.UnescapeString(string(found[1])))
		if name = strings.TrimPrefix(name, "./"); err == nil && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// isOverview tells whether a file is the page over the projects of a run.
func isOverview(path string) bool {
	text, err := os.ReadFile(path)
	return err == nil && bytes.Contains(text, []byte(`<table class="projects">`)) && hrefs.Match(text)
}

// hrefs finds the links of the page to a file in a folder beside it.
var hrefs = regexp.MustCompile(`href="((?:\./)?[^"/#:]+)/[^"/#:]+"`)

// shows tells whether the page links to a folder.
func (p *overviewPage) shows(folder string) bool {
	return p != nil && slices.Contains(p.linked, filepath.Base(folder))
}

// putAside makes room for the briefs of its projects, outside the folder that is verified; nil without a page.
func (p *overviewPage) putAside() (*briefs, error) {
	if p == nil {
		return nil, nil
	}
	aside, err := putAside("", len(p.folders))
	if err != nil {
		return nil, &Fault{File: os.TempDir(), Message: "cannot be written into: " + reason(err) + "; name another folder for temporary files by TMPDIR",
			Polish: "nie da się w nim zapisać: " + reason(err) + "; wskaż przez TMPDIR inny folder na pliki tymczasowe"}
	}
	return aside, nil
}

// verify writes the page again from what its projects come out as, in the order of the folders, and compares.
func (p *overviewPage) verify(found []*shown, aside *briefs, persons *check.Persons) ([]audit.Verdict, error) {
	if p.broken != nil {
		why := evaluate.T("nie da się go odczytać: "+polish.Text(reason(p.broken)), "it cannot be read: "+reason(p.broken))
		return []audit.Verdict{{Name: overviewFile, Answer: audit.Cannot, Why: why}}, nil
	}
	missing := p.missing()
	page := audit.Overview{Name: overviewFile, Stands: p.text, Sealed: p.ofThisSchema()}
	places, keyPrint, unknown := p.places(found)
	switch {
	case len(p.linked) == 0:
		page.Why = evaluate.T("nie prowadzi do żadnego projektu, więc nie wiadomo, o których mówi", "it links to no project, so that nobody can tell which it is of")
	case len(missing) > 0:
		page.Why = evaluate.T("pokazuje projekty, których już nie ma", "it shows projects that are not there any more")
	case len(unknown) > 0:
		names := strings.Join(unknown, ", ")
		page.Why = evaluate.T("pokazuje projekty, których nie da się policzyć ponownie: "+names, "it shows projects that cannot be computed again: "+names)
	default:
		page.OtherBuild = anyOther(found)
		one, err := p.compare(page, p.entries(places, aside), uniquePersons(aside.sum, persons), keyPrint)
		return []audit.Verdict{one}, err
	}
	return append([]audit.Verdict{audit.VerifyOverview(page)}, missing...), nil
}

// ofThisSchema tells whether the manifest of any project of the page is of the version of this program: the page is
// of the same run, and has a seal.
func (p *overviewPage) ofThisSchema() bool {
	return slices.ContainsFunc(p.folders, func(folder string) bool {
		m, err := audit.ReadManifest(filepath.Join(folder, manifestFile))
		return err == nil && m.Schema == audit.SchemaID && p.shows(folder)
	})
}

// anyOther tells whether another version or build wrote any of the projects.
func anyOther(found []*shown) bool {
	return slices.ContainsFunc(found, func(s *shown) bool { return s != nil && s.otherBuild })
}

// missing are the projects that the page links to and that are gone.
func (p *overviewPage) missing() (gone []audit.Verdict) {
	for _, name := range p.linked {
		if p.at(name) < 0 {
			gone = append(gone, audit.Verdict{Name: name, Answer: audit.Cannot, Why: evaluate.T(
				"index.html prowadzi do tego projektu, a nie ma już jego folderu albo manifest.json w nim; uruchom efseval run jeszcze raz",
				"index.html links to this project, and its folder, or manifest.json in it, is not there any more; run efseval run again")})
		}
	}
	return gone
}

// at is the place of a project among the folders; -1 where it is not there.
func (p *overviewPage) at(name string) int {
	return slices.IndexFunc(p.folders, func(folder string) bool { return filepath.Base(folder) == name })
}

// places are those among the folders of the projects of the page, in its order, of those that are known.
func (p *overviewPage) places(found []*shown) (all []int, keyPrint string, unknown []string) {
	for _, name := range p.linked {
		i := p.at(name)
		if i < 0 {
			continue
		}
		if found[i] == nil {
			unknown = append(unknown, name)
			continue
		}
		all = append(all, i)
		if keyPrint == "" {
			keyPrint = found[i].keyPrint
		}
	}
	return all, keyPrint, unknown
}

// entries are the projects at some places among the folders.
func (p *overviewPage) entries(places []int, aside *briefs) iter.Seq2[report.IndexEntry, error] {
	return func(yield func(report.IndexEntry, error) bool) {
		for _, i := range places {
			brief, err := aside.get(i)
			if !yield(report.IndexEntry{Folder: filepath.Base(p.folders[i]), Brief: brief}, err) {
				return
			}
		}
	}
}

// compare compares the page. Of projects that failed in the run only the page itself knows: what it says of them
// is taken as it stands, and all else is still held to what is computed.
func (p *overviewPage) compare(page audit.Overview, entries iter.Seq2[report.IndexEntry, error], unique *report.Unique, keyPrint string) (audit.Verdict, error) {
	all := report.Index{Entries: entries, Unique: unique, Failed: failuresOn(p.text)}
	all.Unique.KeyPrint = keyPrint
	var again bytes.Buffer
	if err := report.WriteIndex(&again, evaluate.PL, all); err != nil {
		return audit.Verdict{}, err
	}
	page.Computed = again.Bytes()
	one := audit.VerifyOverview(page)
	if one.Answer == audit.Match && len(all.Failed) > 0 {
		one.Answer = audit.Cannot
		one.Why = evaluate.T("wymienia projekty, które się w tym przebiegu nie udały, a tego nie ma z czym porównać; wszystko inne jest zgodne",
			"it names projects that failed in that run, which can be compared with nothing; all else matches")
	}
	return one, nil
}

// failed finds a project that failed, on a page, and its cause.
var failed = regexp.MustCompile(`(?s)<dt>(.*?)</dt><dd>(.*?)</dd>`)

// failuresOn are the projects that failed, as a page tells them: first all in Polish, then all in English.
func failuresOn(page []byte) (all []report.Failure) {
	found := failed.FindAllSubmatch(page, -1)
	half := len(found) / 2
	for i := range half {
		pl, en := string(found[i][2]), string(found[half+i][2])
		all = append(all, report.Failure{File: html.UnescapeString(string(found[i][1])), Cause: evaluate.T(html.UnescapeString(pl), html.UnescapeString(en))})
	}
	return all
}
