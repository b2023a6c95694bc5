package main

import "runtime"

// spareBytes is the garbage that may lie about while many projects are carried out.
const spareBytes = 64 << 20

// spareMemory lets the collector wait for more garbage: each project of a batch leaves some twenty megabytes
// behind, of which next to nothing lives on, and collecting after every one of them takes a fifth of the
// time. It is an allocation that nobody touches, so that it takes addresses and no memory, and makes the heap
// look larger: at most 128 MB are held in exchange, however large the projects are. The function it returns
// ends that.
func spareMemory() (end func()) {
	spare := make([]byte, spareBytes)
	return func() { runtime.KeepAlive(spare) }
}
