//go:build !purego

#include "textflag.h"

// func findAVX2(found *marks, text *byte, sets int, separator byte) (cells, lines int, nul uint32)
//
// DI is the next set of marks (24 bytes: cells, lines, quotes), SI the next 64 bytes of text, CX
// how many sets are left, R8 and R9 count cells and lines. Y0, Y1 and Y2 hold separators, line ends
// and quotes, Y3 the least byte seen in each place.
TEXT ·findAVX2(SB), NOSPLIT, $0-52
	MOVQ found+0(FP), DI
	MOVQ text+8(FP), SI
	MOVQ sets+16(FP), CX
	VPBROADCASTB separator+24(FP), Y0
	MOVL $'\n', AX
	VMOVD AX, X1
	VPBROADCASTB X1, Y1
	MOVL $'"', AX
	VMOVD AX, X2
	VPBROADCASTB X2, Y2
	VPCMPEQB Y3, Y3, Y3
	XORL R8, R8
	XORL R9, R9

next:
	VMOVDQU (SI), Y4
	VMOVDQU 32(SI), Y5
	VPMINUB Y4, Y3, Y3
	VPMINUB Y5, Y3, Y3

	// Lines: a bit a byte, the lower half in AX and the upper in BX, together in AX.
	VPCMPEQB Y4, Y1, Y6
	VPCMPEQB Y5, Y1, Y7
	VPMOVMSKB Y6, AX
	VPMOVMSKB Y7, BX
	SHLQ $32, BX
	ORQ BX, AX
	MOVQ AX, 8(DI)
	POPCNTQ AX, AX
	ADDQ AX, R9

	// A cell ends at a separator or a line end.
	VPCMPEQB Y4, Y0, Y8
	VPCMPEQB Y5, Y0, Y9
	VPOR Y6, Y8, Y8
	VPOR Y7, Y9, Y9
	VPMOVMSKB Y8, AX
	VPMOVMSKB Y9, BX
	SHLQ $32, BX
	ORQ BX, AX
	MOVQ AX, (DI)
	POPCNTQ AX, AX
	ADDQ AX, R8

	VPCMPEQB Y4, Y2, Y8
	VPCMPEQB Y5, Y2, Y9
	VPMOVMSKB Y8, AX
	VPMOVMSKB Y9, BX
	SHLQ $32, BX
	ORQ BX, AX
	MOVQ AX, 16(DI)

	ADDQ $64, SI
	ADDQ $24, DI
	DECQ CX
	JNZ next

	VPXOR Y4, Y4, Y4
	VPCMPEQB Y4, Y3, Y3
	VPMOVMSKB Y3, AX
	VZEROUPPER
	MOVQ R8, cells+32(FP)
	MOVQ R9, lines+40(FP)
	MOVL AX, nul+48(FP)
	RET

// ONE takes the lowest mark off AX and writes the end of a cell and the beginning of the next, one
// on, as one word: place x (1<<32 + 1) + 1<<32. Without a mark it writes what is of no use.
#define ONE(offset) \
	TZCNTQ AX, R11   \
	BLSRQ AX, AX     \
	IMULQ R8, R11    \
	ADDQ R9, R11     \
	MOVQ R11, offset(DX)

// func spreadBMI(cells *datasets.Span, found *marks, sets int) (n int)
//
// DI is where the next cell ends, four bytes into a span; eight are written at once, as most sets
// of bytes hold fewer and no branch then depends on how many. R9 is the word of the first byte of
// the set.
TEXT ·spreadBMI(SB), NOSPLIT, $0-32
	MOVQ cells+0(FP), DI
	ADDQ $4, DI
	MOVQ DI, R12
	MOVQ found+8(FP), SI
	MOVQ sets+16(FP), CX
	MOVQ $0x100000001, R8
	MOVQ $0x100000000, R9
	MOVQ $0x4000000040, R10

next:
	MOVQ (SI), AX
	POPCNTQ AX, BX
	MOVQ DI, DX

eight:
	ONE(0)
	ONE(8)
	ONE(16)
	ONE(24)
	ONE(32)
	ONE(40)
	ONE(48)
	ONE(56)
	ADDQ $64, DX
	TESTQ AX, AX
	JNZ eight

	LEAQ (DI)(BX*8), DI
	ADDQ R10, R9
	ADDQ $24, SI
	DECQ CX
	JNZ next

	SUBQ R12, DI
	SHRQ $3, DI
	MOVQ DI, n+24(FP)
	RET
