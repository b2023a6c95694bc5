package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Nothing that tells who somebody is or how to reach one may be found in any byte that efseval writes: names,
// numbers of persons, telephones, addresses. What is told by design: names of files and folders, words that
// the user types on the command line or writes into the project file as titles, who corrected what (in the
// manifest), the names of municipalities, and the parts of a column that the user asks a table to be split by.

// participantProfiles are the layouts of registers of participants.
var participantProfiles = []string{"sl2014", "sm-efs", "sowa-efs", "lsi2014-pefs", "pefs-2007", "generic"}

// unknownHeaders name people above columns that no profile knows.
func unknownHeaders() []string {
	who := plantedPeople()
	return []string{who[0].name(), "Opiekun: " + who[1].name(), who[2].last, strings.ToUpper(who[0].last), who[0].mail, who[1].pesel, "tel. " + who[2].phone}
}

func TestNoExportTellsWhoSomebodyIs(t *testing.T) {
	for _, profile := range participantProfiles {
		t.Run(profile, func(t *testing.T) {
			t.Chdir(t.TempDir())
			s, key := newSpy(t), put(t, "secret/key", plantedKey())
			put(t, "out/empty", "")
			set := ""
			if profile == "generic" {
				set = " --set esf-2014-2020"
			}
			faulty := layoutOf(t, profile, unknownHeaders()...).faulty()
			clean := layoutOf(t, profile).clean(18)
			drafted := layoutOf(t, profile, unknownHeaders()[:2]...).faulty()
			for i, file := range exportFiles(t, "in", clean, faulty) {
				name := filepath.Base(file)
				s.run("check %s --profile %s -o out/%s.problems.csv", file, profile, name)
				s.run("count %s --profile %s%s --tolerate-faults --ignore * --by age_band:25,55,stage", file, profile, set)
				s.run("export %s --profile %s --tolerate-faults -o out/%s.out.csv --key %s", file, profile, name, key)
				if i > 1 {
					continue
				}
				s.run("check %s --profile %s --lang pl", file, profile)
				s.run("check %s --profile %s --json", file, profile)
				s.run("count %s --profile %s%s", file, profile, set)
				s.run("count %s --profile %s%s --lang pl --json --tolerate-faults", file, profile, set)
				s.run("count %s --profile %s%s --csv --tolerate-faults --rows participations", file, profile, set)
				s.run("export %s --profile %s --tolerate-faults --ignore * -o out/%s.out.parquet", file, profile, name)
			}
			// A project and a profile for the holder of the file to go on writing name the columns that have
			// no field: a header of one word that nobody knows stands there, two capital words do not.
			for _, table := range [][][]string{clean, drafted} {
				name := fmt.Sprintf("drafted%d", len(table))
				file := put(t, "in/"+name+".csv", csvText(t, table))
				s.run("init out/%s %s", name, file)
				s.run("init out/%s.pl %s --lang pl", name, file)
				s.run("profile draft %s", file)
			}
			s.files("out")
			t.Logf("exit codes %v, %d bytes scanned", s.codes, s.bytes)
		})
	}
}

// exportFiles are two tables in every format and encoding.
func exportFiles(t *testing.T, dir string, clean, faulty [][]string) []string {
	files := []string{put(t, dir+"/clean.csv", "\ufeff"+csvText(t, clean)), put(t, dir+"/faulty.csv", csvText(t, faulty))}
	for _, coding := range slices.Sorted(func(yield func(string) bool) {
		for coding := range encodings() {
			if coding != "utf-16be" && !yield(coding) {
				return
			}
		}
	}) {
		files = append(files, putEncoded(t, fmt.Sprintf("%s/%s.csv", dir, coding), coding, csvText(t, faulty)))
	}
	sheet := plantedPeople()[2].last
	return append(files, putXLSX(t, dir+"/clean.xlsx", "Dane", clean), putXLSX(t, dir+"/faulty.xlsx", sheet, faulty), putParquet(t, dir+"/faulty.parquet", faulty))
}

func TestNoRunTellsWhoSomebodyIs(t *testing.T) {
	t.Chdir(t.TempDir())
	s, key := newSpy(t), put(t, "secret/key", plantedKey())
	for _, profile := range participantProfiles {
		l := layoutOf(t, profile)
		put(t, "in/"+profile+"/people.csv", csvText(t, l.clean(18)))
		plantedProject(t, "in/"+profile, "people.csv", profile, "")
		putXLSX(t, "faulty/"+profile+"/people.xlsx", plantedPeople()[1].name(), layoutOf(t, profile, unknownHeaders()...).faulty())
		plantedProject(t, "faulty/"+profile, "people.xlsx", profile, "")
	}
	s.run("run in -o out/strict --outputs json")
	s.run("run in -o out/plain --tolerate-faults --key %s --outputs json,markdown,figures,problems,html,xlsx", key)
	s.run("run in/sm-efs -o out/charts --lang pl --tolerate-faults")
	s.run("run faulty -o out/none")
	s.run("run faulty -o out/faulty --tolerate-faults --lang pl --jobs 1 --outputs json,markdown,figures,problems,html,xlsx")
	for _, project := range []string{"plain/sm-efs", "faulty/sm-efs", "faulty/pefs-2007"} {
		s.after(project, key)
	}
	s.files("out")
	t.Logf("exit codes %v, %d bytes scanned", s.codes, s.bytes)
}

// after asks all that may be asked of a finished run.
func (s *spy) after(project, key string) {
	s.t.Helper()
	data := "in"
	if strings.HasPrefix(project, "faulty") {
		data = "faulty"
	}
	data += "/" + filepath.Base(project)
	if _, err := os.Stat("out/" + project); err != nil {
		s.t.Errorf("%s was not written: %v", project, err)
		return
	}
	for _, figure := range []string{"participants/total", "participants/grand-total", "cost/total", "survey/motivation/pairs"} {
		for _, how := range []string{"", "--json", "--csv", "--lang pl --key " + key} {
			s.run("trace out/%s %s --data %s %s", project, figure, data, how)
		}
	}
	s.run("verify out/%s --data %s", project, data)
	s.run("verify out/%s --data %s --json --lang pl", project, data)
	s.run("diff out/%s out/faulty/pefs-2007 --data1 %s --data2 faulty/pefs-2007", project, data)
	s.run("diff out/%s out/faulty/pefs-2007 --data1 %s --data2 faulty/pefs-2007 --json --key %s", project, data, key)
	s.run("check %s", data)
	s.run("check %s --json --lang pl", data)
}
