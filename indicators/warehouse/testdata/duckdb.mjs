// Carries out the statements of the standard input, a JSON array of texts, in a DuckDB of its own,
// and prints for each a JSON object: {columns, rows}, numbers as texts. The folder that npm
// installed @duckdb/node-api into stands in EFSEVAL_DUCKDB.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const { DuckDBInstance } = createRequire(process.env.EFSEVAL_DUCKDB + '/')('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const answers = [];
for (const text of JSON.parse(readFileSync(0, 'utf8'))) {
  const reader = await connection.runAndReadAll(text);
  const rows = reader.getRowsJson().map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  answers.push({ columns: reader.columnNames(), rows });
}
process.stdout.write(JSON.stringify(answers));
