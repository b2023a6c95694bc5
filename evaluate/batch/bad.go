package batch

// BadData is an input that contradicts itself or a promise every report keeps. A run ends with
// exit code 3.
type BadData struct {
	Project string
	Cause   error
}

// Error prints project and cause.
func (b *BadData) Error() string { return b.Project + ": " + b.Cause.Error() }

// Unwrap is the cause.
func (b *BadData) Unwrap() error { return b.Cause }
