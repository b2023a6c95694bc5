//go:build !purego

#include "textflag.h"

// keep<> is 96 bytes that keep what they are laid over, and 96 that drop it.
DATA keep<>+0x00(SB)/8, $-1
DATA keep<>+0x08(SB)/8, $-1
DATA keep<>+0x10(SB)/8, $-1
DATA keep<>+0x18(SB)/8, $-1
DATA keep<>+0x20(SB)/8, $-1
DATA keep<>+0x28(SB)/8, $-1
DATA keep<>+0x30(SB)/8, $-1
DATA keep<>+0x38(SB)/8, $-1
DATA keep<>+0x40(SB)/8, $-1
DATA keep<>+0x48(SB)/8, $-1
DATA keep<>+0x50(SB)/8, $-1
DATA keep<>+0x58(SB)/8, $-1
GLOBL keep<>(SB), RODATA|NOPTR, $192

// The members of seenCell and of seen, by their places.
#define LENGTH 96
#define VALUE 104
#define ODD 32768

// func lookAVX2(values *uint64, text *byte, limit int, cells *Span, stride, rows int, known *seen) (found int)
//
// DI is where the next value goes, SI the text, R8 the limit, R9 the next cell, R10 the stride, CX
// the rows left, R12 what is known, R11 its odd number, R13 the end of what keeps.
TEXT ·lookAVX2(SB), NOSPLIT, $0-64
	MOVQ values+0(FP), DI
	MOVQ text+8(FP), SI
	MOVQ limit+16(FP), R8
	MOVQ cells+24(FP), R9
	MOVQ stride+32(FP), R10
	MOVQ rows+40(FP), CX
	MOVQ known+48(FP), R12
	MOVQ ODD(R12), R11
	LEAQ keep<>+96(SB), R13

next:
	MOVL (R9), AX  // from
	MOVL 4(R9), DX // to, then the length
	CMPQ AX, R8
	JHI done
	SUBL AX, DX
	CMPL DX, $96
	JHI done
	ADDQ SI, AX

	// The cell, zeros behind it, in Y0, Y1 and Y2.
	MOVQ R13, R14
	SUBQ DX, R14
	VMOVDQU (AX), Y0
	VMOVDQU 32(AX), Y1
	VMOVDQU 64(AX), Y2
	VPAND (R14), Y0, Y0
	VPAND 32(R14), Y1, Y1
	VPAND 64(R14), Y2, Y2

	// Its place, as seen.place has it: from the first and the last eight bytes and the length.
	MOVL $8, R14
	CMPL DX, R14
	CMOVLLT DX, R14
	MOVQ (AX), BX
	ADDQ DX, AX
	SUBQ R14, AX
	MOVQ (AX), AX
	SHLL $3, R14
	BZHIQ R14, BX, BX
	BZHIQ R14, AX, AX
	RORXQ $35, AX, AX
	XORQ BX, AX
	ADDQ DX, AX
	IMULQ R11, AX
	SHRQ $56, AX
	SHLQ $7, AX
	ADDQ R12, AX

	// Is it the one that stands there?
	VPCMPEQB (AX), Y0, Y0
	VPCMPEQB 32(AX), Y1, Y1
	VPCMPEQB 64(AX), Y2, Y2
	VPAND Y1, Y0, Y0
	VPAND Y2, Y0, Y0
	VPMOVMSKB Y0, BX
	CMPL BX, $-1
	JNE done
	CMPQ DX, LENGTH(AX)
	JNE done

	MOVQ VALUE(AX), BX
	MOVQ BX, (DI)
	ADDQ $8, DI
	ADDQ R10, R9
	DECQ CX
	JNZ next

done:
	VZEROUPPER
	MOVQ rows+40(FP), AX
	SUBQ CX, AX
	MOVQ AX, found+56(FP)
	RET
