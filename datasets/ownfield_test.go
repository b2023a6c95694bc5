package datasets

import "testing"

func TestOwnField(t *testing.T) {
	s, err := ReadSchema("participants")
	if err != nil {
		t.Fatal(err)
	}
	for header, want := range map[string]string{
		"Gmina pilotażowa": "gmina_pilotazowa", " GMINA: PILOTAŻOWA ": "gmina_pilotazowa", "gmina_pilotazowa": "gmina_pilotazowa",
		"Education": "column_education", "stage": "column_stage", "municipality_folded": "column_municipality_folded", "Громада": "громада", "?!": "", "": "",
	} {
		if got := OwnField(s, header, "stage"); got.Name != want || got.Kind != Text || got.Identifying {
			t.Errorf("%q is %+v, want the text %s", header, got, want)
		}
	}
}
