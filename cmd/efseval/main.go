// Command efseval evaluates European Social Fund projects: it reads participant exports, cost
// ledgers and questionnaires and writes reports that can be checked figure by figure.
package main

import "os"

func main() { os.Exit(efseval(os.Args[1:], os.Stdout, os.Stderr)) }
