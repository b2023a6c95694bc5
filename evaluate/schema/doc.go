// Package schema says what a file of efseval may hold: a JSON Schema (draft 2020-12) of the Go types that
// read or write it, with a description of every key in Polish or English.
//
// The types are the truth: keys, kinds of value and nesting are read from their tags, so that a schema
// cannot tell of a key that the program does not know. Words stand in a YAML file beside the types, one
// for each key, and [Description.JSON] refuses to print a schema with a key that is not described or a
// description of a key that is not there.
//
// Of a project file the schema is what an editor shows and completes. It is never stricter than the program
// but for a fraction where a whole number is wanted and an empty entry of a list, which it refuses.
//
// From a shell:
//
//	$ efseval schema project --lang pl
package schema
