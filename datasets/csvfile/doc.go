// Package csvfile reads CSV exports as streams of batches, in constant memory.
//
// What it finds out by itself: the encoding (UTF-8 with or without BOM, UTF-16; of windows-1250,
// ISO-8859-2 and IBM852 the one under which the text reads best as Polish), the separator (the one
// with which a header row of the profile appears), the line ends (LF, CRLF, CR) and the header row,
// which is looked for in the first [datasets.HeaderRows] rows. All but the line ends can be stated
// in the profile or the project file instead.
//
// A file of UTF-8 is cut into pieces at the ends of rows, which all cores type at once; the batches
// come in the order of the file and hold the same whatever the number of cores. A piece with a
// quote out of place or a NUL byte is left, with some text behind it, to a splitter that goes row by
// row and tells the fault; so is all from a byte on that is not UTF-8, and files of other encodings
// or with CR.
//
// What it refuses: a file without the columns of the profile, binary data, a line longer than
// [MaxLine]. What it reports and reads on: rows too short or too long, quotes that are not
// closed or not where quotes belong, bytes that are not text.
package csvfile
