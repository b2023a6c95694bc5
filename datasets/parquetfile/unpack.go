package parquetfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
	"github.com/pierrec/lz4/v4"
)

// unpacker decompresses the pages of a column. The codecs are called here and not through the
// library, which follows a page to its end whatever size its header says.
type unpacker struct {
	room []byte
	zstd *zstd.Decoder
	gzip gzip.Reader
}

var errSize = fmt.Errorf("%w: a page has not the size that it says", errDamaged)

// checkSum compares a page with its checksum, if it has one.
func (h *header) checkSum(body []byte) error {
	if h.summed && crc32.ChecksumIEEE(body) != h.sum {
		return fmt.Errorf("%w: a page does not fit its checksum", errDamaged)
	}
	return nil
}

// unpack decompresses a page, which has size bytes then, with margin bytes of capacity behind
// them. It is valid until the next call; a page that is not compressed is given as it is. No more
// memory is made than the codec can give from so many bytes.
func (u *unpacker) unpack(codec format.CompressionCodec, packed []byte, size int64) ([]byte, error) {
	if codec == format.Uncompressed {
		if int64(len(packed)) != size {
			return nil, errSize
		}
		return packed, nil
	}
	if n := int64(len(packed)); n < size/mostOf(codec) {
		return nil, errSize
	}
	if n := int(size) + margin; cap(u.room) < n {
		u.room = make([]byte, n)
	}
	n, err := 0, error(nil)
	if size > 0 {
		n, err = u.into(codec, u.room[:size:size], packed)
	}
	switch {
	case errors.Is(err, errCodec):
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	case int64(n) != size:
		return nil, errSize
	}
	return u.room[:size], nil
}

// mostOf is the most bytes that a codec makes of one.
func mostOf(codec format.CompressionCodec) int64 {
	switch codec {
	case format.Snappy:
		return 32
	case format.Lz4Raw:
		return 256
	case format.Gzip:
		return 1100
	}
	return maxPage // Zstandard and Brotli repeat without end
}

// into decompresses into dst, which is as long as the page, and tells how much there was.
func (u *unpacker) into(codec format.CompressionCodec, dst, packed []byte) (n int, err error) {
	switch codec {
	case format.Snappy:
		if said, n := binary.Uvarint(packed); n <= 0 || said != uint64(len(dst)) {
			return 0, errSize // the library would make room for what is said
		}
		text, err := parquet.Snappy.Decode(dst, packed)
		return len(text), err
	case format.Lz4Raw:
		return lz4.UncompressBlock(packed, dst)
	case format.Zstd:
		return u.unzstd(dst, packed)
	case format.Gzip:
		if err := u.gzip.Reset(bytes.NewReader(packed)); err != nil {
			return 0, err
		}
		return io.ReadFull(&u.gzip, dst)
	case format.Brotli:
		return io.ReadFull(brotli.NewReader(bytes.NewReader(packed)), dst)
	}
	return 0, fmt.Errorf("%w: %s", errCodec, codec)
}

func (u *unpacker) unzstd(dst, packed []byte) (n int, err error) {
	if u.zstd == nil {
		u.zstd, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecodeAllCapLimit(true))
		if err != nil {
			return 0, err
		}
	}
	text, err := u.zstd.DecodeAll(packed, dst[:0])
	return len(text), err
}
