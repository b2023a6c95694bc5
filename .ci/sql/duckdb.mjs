// Runs every DuckDB case of a folder (TestWriteCases) and compares the answer with the engine's.
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const read = (name) => readFileSync(join(folder, name), 'utf8');
const sorted = (text) => text.split('\n').filter((line) => line !== '').sort().join('\n');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
let bad = 0;
const cases = readdirSync(folder).filter((name) => name.endsWith('.duckdb.count.sql'));
for (const name of cases) {
  const base = name.replace('.count.sql', '');
  await connection.run('DROP TABLE IF EXISTS participants');
  await connection.run(read(`${base}.create.sql`));
  await connection.run(read(`${base}.insert.sql`));
  const rows = await (await connection.runAndReadAll(read(name))).getRows();
  const got = rows.map((row) => row.map(String).join('\t')).join('\n');
  if (sorted(got) !== sorted(read(base.replace('.duckdb', '.expected.tsv')))) {
    console.error(`${name}: DuckDB does not answer as the engine`);
    bad++;
  }
}
console.log(`duckdb: ${cases.length} cases, ${bad} differ`);
process.exit(bad > 0 || cases.length === 0 ? 1 : 0);
