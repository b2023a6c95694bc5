// Package cost works out what a project cost for each participant, completer and result, and
// what that is in prices of another year or in euro.
//
//	cost per participant = cost / participants who entered
//	cost per completer   = cost / participants who finished as planned
//	cost per result      = cost / participants with the result
//
// Money is integer grosze; a unit cost is the exact ratio, rounded half-up to the grosz only
// when printed. A cost that is not known is not available, never 0.
//
// The package refuses costs by sex: expenditure is not attributed to women or men unless the
// ledger says so. It refuses to add unit costs of several results: the same expenditure
// produced them all.
package cost
