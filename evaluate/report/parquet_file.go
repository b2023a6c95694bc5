package report

import (
	"errors"
	"io"

	"github.com/xitongsys/parquet-go/source"
)

// errWriteOnly is the answer of a parquetFile to everything but writing.
var errWriteOnly = errors.New("report: a Parquet file that is being written can neither be read nor sought in")

// parquetFile lets the Parquet writer write to any io.Writer. The writer only appends.
type parquetFile struct{ w io.Writer }

var _ source.ParquetFile = (*parquetFile)(nil)

func (p *parquetFile) Write(b []byte) (int, error)               { return p.w.Write(b) }
func (p *parquetFile) Close() error                              { return nil }
func (p *parquetFile) Read([]byte) (int, error)                  { return 0, errWriteOnly }
func (p *parquetFile) Seek(int64, int) (int64, error)            { return 0, errWriteOnly }
func (p *parquetFile) Open(string) (source.ParquetFile, error)   { return nil, errWriteOnly }
func (p *parquetFile) Create(string) (source.ParquetFile, error) { return p, nil }
