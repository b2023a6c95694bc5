package main

import (
	"encoding/hex"
	"slices"
)

// planted is a made-up person whose identity stands in the inputs and must stand in no output. The
// names are nonsense, the numbers of persons born in the nineteenth century.
type planted struct {
	first, last string
	pesel       string // with a right checksum
	born        []string
	code        string // technical identifier
	mail, phone string
	street      string
	settlement  string
}

// plantedPeople are two women and a man.
func plantedPeople() []planted {
	return []planted{
		{first: "Zdzisłava", last: "Xyżbrzęcka", pesel: withChecksum("0592231234"), born: []string{"1805-12-23", "23.12.1805"},
			code: "TECH-QZXVW-77191", mail: "zq.skrytka@example.invalid", phone: "000 917 364", street: "Wyżgrodzińska 17/3", settlement: "Pcimowołka"},
		{first: "Wąchozwław", last: "Ćwirźniewicz-Łęk", pesel: withChecksum("1288079137"), born: []string{"1812-08-07", "07.08.1812"},
			code: "TECH-QZXVW-88203", mail: "cwirz_qx@example.invalid", phone: "+48 000-645-281", street: "ul. Żółwiozaułek 4", settlement: "Brzękowizna"},
		{first: "Qwertylda", last: "Ńdźwiękowska", pesel: withChecksum("3190158246"), born: []string{"1831-10-15", "15.10.1831"},
			code: "TECH-QZXVW-99317", mail: "nie.ma.takiej@qx.example.invalid", phone: "(000) 55 38 117", street: "Ćmochryzantemowa 8 m. 2", settlement: "Łodyżkowiec"},
	}
}

// withChecksum is a PESEL of its first ten digits.
func withChecksum(ten string) string {
	sum := 0
	for i, weight := range [...]int{1, 3, 7, 9, 1, 3, 7, 9, 1, 3} {
		sum += weight * int(ten[i]-'0')
	}
	return ten + string(rune('0'+(10-sum%10)%10))
}

// name is how a person is written in one cell.
func (p planted) name() string { return p.first + " " + p.last }

// wrongPESEL is the number with its last digit changed, so that the checksum does not hold.
func (p planted) wrongPESEL() string {
	last := (p.pesel[10]-'0'+1)%10 + '0'
	return p.pesel[:10] + string(rune(last))
}

// cells are the values to write into inputs, those that name the person in a sentence among them.
func (p planted) cells() []string {
	return []string{p.name(), p.last, p.pesel, p.mail, p.phone, p.street, p.last + " " + p.first, p.wrongPESEL(), p.code, p.settlement,
		"dzwonić do: " + p.name() + ", tel. " + p.phone, p.born[1], "'" + p.pesel, p.first}
}

// secrets are the shortest parts that would tell who it is.
func (p planted) secrets() []string {
	return slices.Concat([]string{p.first, p.last, p.pesel, p.wrongPESEL(), p.code, p.mail, p.phone, p.street, p.settlement}, p.born)
}

// plantedCells are the cells of everybody, one person after the other.
func plantedCells() []string {
	var all []string
	people := plantedPeople()
	for i := range people[0].cells() {
		for _, p := range people {
			all = append(all, p.cells()[i])
		}
	}
	return all
}

// plantedKey is the secret key of the runs with --key, as its file holds it. It is made up.
func plantedKey() string {
	key := make([]byte, 32)
	for i := range key {
		key[i] = byte(i*37 + 11)
	}
	return hex.EncodeToString(key)
}
