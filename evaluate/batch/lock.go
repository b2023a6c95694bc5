package batch

import (
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// lockName is the file that is locked where an output folder itself cannot be.
const lockName = ".efseval-lock"

// place is an output folder that this process writes to. The lock is of the operating system: it ends with the
// process, however that ends.
type place struct {
	dir   string
	fresh bool // made by this run
	lock  *flock.Flock
}

// claim makes an output folder where there is none, locks it for this run alone, clears away what killed runs left
// and sees that it can be written to.
func claim(dir string) (*place, error) {
	p, err := enter(dir, true)
	if err != nil {
		return nil, err
	}
	if err := sweep(dir); err != nil {
		return nil, p.leave(err)
	}
	temp, err := os.MkdirTemp(dir, tempPrefix)
	if err == nil {
		err = os.Remove(temp)
	}
	if err != nil {
		return nil, p.leave(cannotWrite(dir, err))
	}
	return p, nil
}

// enter makes and locks an output folder: alone, or beside others that do not claim it alone.
func enter(dir string, alone bool) (*place, error) {
	for range 10 {
		p, err := enterOnce(dir, alone)
		if err != nil || p.stands() {
			return p, err
		}
		p.lock.Close() // another run removed the folder, which it had made, between our finding it and locking it
	}
	return nil, cannotWrite(dir, fs.ErrNotExist)
}

func enterOnce(dir string, alone bool) (*place, error) {
	p := &place{dir: dir, fresh: !exists(dir)}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, &Fault{File: dir, Message: "cannot be made an output folder: " + reason(err) + "; choose another with -o",
			Polish: "nie może być folderem wyników: " + reason(err) + "; wskaż inny przez -o"}
	}
	got, err := p.tryLock(dir, os.O_RDONLY, alone)
	if err != nil { // no folder can be locked here
		got, err = p.tryLock(filepath.Join(dir, lockName), os.O_CREATE|os.O_RDWR, alone)
	}
	switch {
	case err != nil:
		return nil, cannotWrite(dir, err)
	case !got:
		return nil, &Fault{File: dir, Message: "another run of efseval is writing to this folder; wait until it is done, or choose another with -o",
			Polish: "do tego folderu zapisuje właśnie inny przebieg efseval; poczekaj, aż się skończy, albo wskaż inny przez -o"}
	}
	return p, nil
}

// stands tells whether what is locked is what stands under the name of the folder.
func (p *place) stands() bool {
	locked, err1 := p.lock.Stat()
	named, err2 := os.Stat(p.lock.Path())
	return err1 == nil && err2 == nil && os.SameFile(locked, named)
}

func (p *place) tryLock(path string, flag int, alone bool) (bool, error) {
	p.lock = flock.New(path, flock.SetFlag(flag), flock.SetPermissions(0o644))
	if alone {
		return p.lock.TryLock()
	}
	return p.lock.TryRLock()
}

// release gives the folder free. One that this run made and left empty goes.
func (p *place) release() {
	if p.fresh {
		os.Remove(p.dir) // fails where anything stands in it
	}
	p.lock.Close()
}

// leave releases after an error.
func (p *place) leave(err error) error {
	p.release()
	return err
}

func cannotWrite(dir string, err error) error {
	return &Fault{File: dir, Message: "cannot be written into: " + reason(err) + "; choose another folder with -o",
		Polish: "nie da się w nim zapisać: " + reason(err) + "; wskaż inny folder przez -o"}
}
