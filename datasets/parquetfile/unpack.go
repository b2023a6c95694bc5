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
// them. It is valid until the next call; a page that is not compressed is given as it is. Memory
// is made for what such pages usually become, and for more once there is more.
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
	const sure = 1 << 20
	first := min(size, max(sure, 64*int64(len(packed))))
	if codec == format.Snappy || codec == format.Lz4Raw {
		first = size
	}
	for n := first; ; n = min(size, 8*n) {
		got, err := u.try(codec, packed, n)
		switch {
		case n < size && (err == nil || errors.Is(err, zstd.ErrDecoderSizeExceeded)):
		case errors.Is(err, errCodec):
			return nil, err
		case err != nil:
			return nil, fmt.Errorf("%w: %w", errDamaged, err)
		case got != size:
			return nil, errSize
		default:
			return u.room[:size], nil
		}
	}
}

// try decompresses at most size bytes of a page.
func (u *unpacker) try(codec format.CompressionCodec, packed []byte, size int64) (got int64, err error) {
	if n := int(size) + margin; cap(u.room) < n {
		u.room = make([]byte, n)
	}
	if size == 0 {
		return 0, nil
	}
	n, err := u.into(codec, u.room[:size:size], packed)
	return int64(n), err
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
		return readAll(&u.gzip, dst)
	case format.Brotli:
		return readAll(brotli.NewReader(bytes.NewReader(packed)), dst)
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

// readAll reads what a codec gives to its end, where it compares checksums; one byte more than fits
// into dst says that there is more.
func readAll(r io.Reader, dst []byte) (n int, err error) {
	if n, err = io.ReadFull(r, dst); err != nil {
		return n, err
	}
	switch more, err := io.ReadFull(r, make([]byte, 1)); err {
	case nil, io.EOF:
		return n + more, nil
	default:
		return n, err
	}
}
