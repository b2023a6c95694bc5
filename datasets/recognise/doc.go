// Package recognise tells what the files of a project are before anybody has described them: which is the
// export of participants and by which ready profile it is read, which the ledger of costs, which the answer
// sheets of a questionnaire, and of those which columns are its questions and which sheets stand before and
// after. It is for drafting a project file that a person then reads and corrects:
//
//  1. [Look] reads a file, or each sheet of a workbook, as text ([datasets.Everything]) and takes down of each
//     column its header and the forms of its values, but no value that could be of one person ([Table]).
//  2. [Recognise] decides what each table is ([Kind]): by the ready profile that reads most of its headers, and
//     by what the columns hold that no profile knows.
//  3. [Questionnaires] puts the tables of answers together: waves in files, sheets, rows or columns of their own,
//     the same questions in the same order ([Questionnaire]).
//
// What is concluded is a guess that says what it rests on. The package refuses to guess what the data
// cannot tell: which questions are worded the other way round, which scores are better, and the order of
// day and month where every date can be read both ways.
package recognise
