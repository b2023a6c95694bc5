package report

import (
	"fmt"

	"github.com/efseval/efseval/evaluate"
)

// cellsOfDownloads tells of which figure each cell of the tables to download is, as [readCells] names them.
func cellsOfDownloads(r *Report) (map[string]string, error) {
	parts, err := layout(r)
	if err != nil {
		return nil, err
	}
	about := map[string]string{}
	for _, p := range parts {
		for _, one := range p.pieces {
			if one.grid == nil {
				continue
			}
			for _, l := range evaluate.Langs() {
				downloadCells(about, one.grid, r.Project.ID, l)
			}
		}
	}
	return about, nil
}

func downloadCells(about map[string]string, g *grid, project string, l evaluate.Lang) {
	of := "download " + project + "-" + g.id + "." + string(l) + ".csv "
	records := tableRecords(g, l, g.coded())
	for y, row := range g.rows {
		shift := len(records[0]) - len(row.entries)
		for x, e := range row.entries {
			if e.figure != nil && e.figure.ID != "" {
				about[fmt.Sprintf("%scell %d of record %d", of, x+shift+1, y+2)] = e.figure.ID
			}
		}
	}
}
