package report

import (
	"encoding/binary"
	"fmt"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// parquetPages reads the pages of a Parquet file that is in memory.
type parquetPages struct {
	content  []byte
	unpacked int // bytes of all pages so far
}

// chunk adds the cells of a column in a row group.
func (p *parquetPages) chunk(cells []string, leaf *parquet.Column, meta *format.ColumnMetaData, rows int) ([]string, error) {
	from, size, all := meta.DataPageOffset, meta.TotalCompressedSize, int64(len(p.content))
	if from < 0 || from > all || size < 0 || size > all-from {
		return nil, errParquetDamaged
	}
	rest := p.content[from : from+size]
	for rows > 0 {
		head, body, err := nextParquetPage(&rest)
		if err != nil {
			return nil, err
		}
		values := int(head.DataPageHeader.V.NumValues)
		if values < 0 || values > rows {
			return nil, errParquetDamaged
		}
		text, err := p.unpack(meta.Codec, body, int(head.UncompressedPageSize))
		if err != nil {
			return nil, err
		}
		if cells, err = pageCells(cells, leaf, text, values); err != nil {
			return nil, err
		}
		rows -= values
	}
	return cells, nil
}

// nextParquetPage takes a page off rest.
func nextParquetPage(rest *[]byte) (head format.PageHeader, body []byte, err error) {
	size, err := walkCompact(*rest)
	if err != nil {
		return head, nil, err
	}
	if err := thrift.Unmarshal(&thrift.CompactProtocol{}, (*rest)[:size], &head); err != nil {
		return head, nil, err
	}
	data, behind := head.DataPageHeader, (*rest)[size:]
	if head.CompressedPageSize < 0 || int(head.CompressedPageSize) > len(behind) {
		return head, nil, errParquetDamaged
	}
	if head.Type != format.DataPage || !data.Valid || data.V.Encoding != format.Plain || data.V.DefinitionLevelEncoding != format.RLE {
		return head, nil, errParquetOther
	}
	body, *rest = behind[:head.CompressedPageSize], behind[head.CompressedPageSize:]
	return head, body, nil
}

// unpack decompresses a page that says it has size bytes.
func (p *parquetPages) unpack(codec format.CompressionCodec, body []byte, size int) (string, error) {
	const most = 32 // Snappy makes a few less of a byte
	if size < 0 || size/most > len(body) {
		return "", errParquetDamaged
	}
	if p.unpacked += size; p.unpacked > maxParquetUnpacked {
		return "", errParquetLarge
	}
	switch codec {
	case format.Uncompressed:
	case format.Snappy:
		if n, read := binary.Uvarint(body); read <= 0 || n != uint64(size) { // the library makes as much memory
			return "", errParquetDamaged
		}
		var err error
		if body, err = parquet.Snappy.Decode(nil, body); err != nil {
			return "", err
		}
	default:
		return "", errParquetOther
	}
	if len(body) != size {
		return "", errParquetDamaged
	}
	return string(body), nil
}

// pageCells adds the cells of a page, whose values stand behind the word which of them are there.
func pageCells(cells []string, leaf *parquet.Column, text string, values int) ([]string, error) {
	var present []bool
	if leaf.Optional() {
		if len(text) < 4 {
			return nil, errParquetDamaged
		}
		size := uint64(binary.LittleEndian.Uint32([]byte(text[:4])))
		if text = text[4:]; size > uint64(len(text)) {
			return nil, errParquetDamaged
		}
		var err error
		if present, err = parquetPresent([]byte(text[:size]), values); err != nil {
			return nil, err
		}
		text = text[size:]
	}
	in := plainValues{text: text, kind: leaf.Type().Kind()}
	for i := range values {
		cell := "null"
		if present == nil || present[i] {
			var err error
			if cell, err = in.next(); err != nil {
				return nil, fmt.Errorf("row %d: %w", len(cells)+1, err)
			}
		}
		cells = append(cells, cell)
	}
	return cells, nil
}
