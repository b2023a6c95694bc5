package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

// What comes in is given as it came, in whatever pieces.
func TestStandardInputGivesWhatCame(t *testing.T) {
	draw := rand.New(rand.NewPCG(6, 1))
	for _, size := range []int{0, 1, 100, stdinBlock - 1, stdinBlock, 3*stdinBlock + 7} {
		want := make([]byte, size)
		for i := range want {
			want[i] = byte(draw.Uint32())
		}
		in, out, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			for rest := want; len(rest) > 0; {
				n := min(len(rest), 1+draw.IntN(100_000))
				out.Write(rest[:n])
				rest = rest[n:]
			}
			out.Close()
		}()
		got, err := io.ReadAll(iotest.HalfReader(newStdin(context.Background(), in)))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("of %d bytes came %d: %v", size, len(got), err)
		}
	}
}

// An end of the context ends a read that waits, and a fault of reading is told.
func TestStandardInputThatNeverComes(t *testing.T) {
	in, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(20*time.Millisecond, cancel)
	if n, err := newStdin(ctx, in).Read(make([]byte, 10)); n != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("%d, %v", n, err)
	}
	folder, err := os.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadAll(newStdin(context.Background(), folder)); err == nil && runtime.GOOS != "windows" {
		t.Error("a folder was read as standard input")
	}
}

// The first Ctrl-C ends every command that waits for the rest of its standard input, at once and with 130; nothing is
// left behind.
func TestInterruptEndsWhatWaitsForItsInput(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot send an interrupt here")
	}
	dir, temp := t.TempDir(), t.TempDir()
	put(t, filepath.Join(dir, "project.yaml"), "id: a\ntitle: {pl: Wymyślony, en: Made up}\nrules: esf-2014-2020\nparticipants: {file: \"-\", profile: sm-efs}\n")
	for _, line := range []string{"check - --profile sm-efs", "check .", "count - --profile sm-efs", "export - --profile sm-efs -o t.csv", "export - --profile sm-efs -o -", "profile draft -",
		"selftest --cases -", "survey - also.csv --id Kod --items P1-P3 --min 1 --max 5"} {
		cmd := child(t, strings.Fields(line)...)
		cmd.Dir, cmd.Env = dir, append(cmd.Env, "TMPDIR="+temp)
		interrupted(t, line, cmd)
	}
	for folder, want := range map[string]int{dir: 1, temp: 0} {
		if left, err := os.ReadDir(folder); err != nil || len(left) != want {
			t.Errorf("%s holds %v (%v)", folder, left, err)
		}
	}
}

// interrupted starts a command, gives it the beginning of an export and interrupts it.
func interrupted(t *testing.T, line string, cmd *exec.Cmd) {
	t.Helper()
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var said strings.Builder
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	begun := append([]byte("PAR1"), make([]byte, 4*stdinBlock)...) // Parquet, which is read when it is whole; more than a pipe holds
	if _, err := in.Write(begun); err != nil {
		t.Errorf("%s: %v", line, err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Errorf("%s: %v", line, err)
	}
	stop := time.AfterFunc(20*time.Second, func() { cmd.Process.Kill() })
	defer stop.Stop()
	_ = cmd.Wait() // the code is asked below
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted || !strings.Contains(said.String(), "interrupted") {
		t.Errorf("%s ends with %d: %s", line, code, said.String())
	}
}
