package samples

import (
	"bytes"

	"github.com/parquet-go/parquet-go"
)

// parquetTable writes rows of a tagged struct as one Parquet file. The writer's name is fixed:
// by default it would hold the library version the build happened to know.
func parquetTable[T any](rows []T) ([]byte, error) {
	var out bytes.Buffer
	w := parquet.NewGenericWriter[T](&out, parquet.CreatedBy("efseval samples", "1", "synthetic"), parquet.Compression(&parquet.Snappy))
	if _, err := w.Write(rows); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
