// Package warehouse has a database count where the data already are, and turns its answer into the
// same table that package indicators gives. It is the road past one machine, for a ministry whose
// participants stand in PostgreSQL or in ClickHouse, on one server or over many shards.
//
//  1. efseval export writes the canonical table of an export: participations, pseudonymised.
//  2. efseval sql --ddl prints its CREATE TABLE; the server's own loader fills it.
//  3. [Open] connects by a URL. [Warehouse.Columns] are what the table has.
//  4. [Warehouse.Count] sends the text of package sqltext, which reads the table once (once more
//     for parts), and makes an indicators.Table of the few rows that come back.
//
// How the table is loaded:
//
//	PostgreSQL   \copy participants FROM 'participants.csv' WITH (FORMAT csv, HEADER)
//	ClickHouse   clickhouse-client --input_format_csv_empty_as_default=1 \
//	               --query "INSERT INTO participants FORMAT CSVWithNames" < participants.csv
//	18.16        has no such setting and takes \N alone for what is missing:
//	             sed -E ':a;s/(^|,)(,|$)/\1\\N\2/;ta' participants.csv | clickhouse-client --query …
//	             (right as long as no quoted text holds two commas on end)
//	many shards  CREATE TABLE all_participants AS participants ENGINE = Distributed(cluster, database, participants)
//	             and: efseval count --on clickhouse://host:8123/database --table all_participants --set …
//
// The package refuses to give a part of a count. Before counting it sets back what lets ClickHouse
// leave out a shard that does not answer, or break off in the middle; a user who may not change such
// a setting is told which. The rows counted by sex are held to the rows of the table. A value that
// is no term of its vocabulary would pass for one that is not known; it is told by column with the
// number of rows, and nothing is counted. A column that the table lacks makes figures not
// available, with the name of the column.
//
// The one ClickHouse protocol spoken is HTTP, by net/http. The Go driver was tried against 18.16, which
// Debian ships: clickhouse-go v2.50 answers queries by the native protocol there but sends no batch
// (a block of 0 columns), and by HTTP it is refused (unknown setting client_protocol_version). The
// HTTP interface is the same in old servers and in new ones, and needs no library. For PostgreSQL
// the connection of pgx (pgconn) is enough.
//
// ClickHouse has no snapshot over two queries. Load into another table and rename it, or do not load
// while counting: rows that come in between are told as an answer that contradicts itself.
package warehouse
