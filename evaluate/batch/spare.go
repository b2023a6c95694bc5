package batch

import "runtime"

// SpareMemory is the [Options.Spare] of efseval run and efseval verify: with it a run over many projects of 60 people
// takes a fifth less of the processors.
const SpareMemory = 64 << 20

// holdSpare lets the collector wait for more garbage while many projects are carried out: each leaves some twenty
// megabytes behind, of which next to nothing lives on. It is an allocation that nobody touches, so that it takes
// addresses and no memory, and makes the heap look larger; the function it returns ends that.
func (o *Options) holdSpare(projects int) (end func()) {
	if o.Spare <= 0 || projects < 2 {
		return func() {}
	}
	spare := make([]byte, o.Spare)
	return func() { runtime.KeepAlive(spare) }
}
