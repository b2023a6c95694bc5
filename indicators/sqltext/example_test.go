package sqltext_test

import (
	"fmt"
	"log"

	"github.com/efseval/efseval/indicators"
	"github.com/efseval/efseval/indicators/sqltext"
)

// An indicator as a query for the database of somebody who does not want to trust this program.
func Example() {
	set, err := indicators.LoadSet("esf-2014-2020")
	if err != nil {
		log.Fatal(err)
	}
	query, err := sqltext.Count(set, []string{"CO01", "CR04"}, sqltext.Options{
		Dialect: sqltext.PostgreSQL,
		Columns: []string{"sex", "age", "education", "labour_status"},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("counted:", query.Codes)
	for code, why := range query.Unavailable {
		fmt.Println(code, "is not available:", why.EN)
	}
	ddl, err := sqltext.CreateTable(set.Schema(), sqltext.PostgreSQL, "participants", []string{"sex", "age"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(ddl)
	// Output:
	// counted: [CO01]
	// CR04 is not available: the export has no column for: date of exit (exit_date); situation upon leaving (exit_situation)
	// CREATE TABLE "participants" (
	//   "sex" text,  -- sex
	//   "age" bigint  -- age at entry
	// );
}
