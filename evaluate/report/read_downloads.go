package report

import "github.com/efseval/efseval/evaluate"

// cellsOfDownloads tells of which figure each cell of the tables to download is, as [readCells] names them.
func cellsOfDownloads(r *Report, l evaluate.Lang) (map[string]string, error) {
	parts, err := layout(r)
	about, number := map[string]string{}, 0
	for _, p := range parts {
		for _, one := range p.pieces {
			if one.grid != nil {
				number++
				downloadCells(about, one.grid, downloadOf(number), l)
			}
		}
	}
	return about, err
}

func downloadCells(about map[string]string, g *grid, of string, l evaluate.Lang) {
	records := tableRecords(g, l, g.coded())
	for y, row := range g.rows {
		shift := len(records[0]) - len(row.entries)
		for x, e := range row.entries {
			if e.figure != nil && e.figure.ID != "" {
				about[cellOfRecord(of, x+shift, y+2)] = e.figure.ID
			}
		}
	}
}
