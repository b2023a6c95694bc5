// Parses every Trino and Spark text of a folder (TestWriteCases), of the first two seeds since the grammars are slow, by the grammar of the engine.
import { SparkSQL, TrinoSQL } from 'dt-sql-parser';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const grammars = { trino: new TrinoSQL(), spark: new SparkSQL() };
let bad = 0;
let all = 0;
for (const name of readdirSync(folder)) {
  const [, dialect, kind] = name.match(/^0[01]\.(\w+)\.(count|create)\.sql$/) ?? [];
  if (!grammars[dialect]) continue;
  all++;
  for (const error of grammars[dialect].validate(readFileSync(join(folder, name), 'utf8'))) {
    console.error(`${name}:${error.startLine}:${error.startColumn}: ${error.message} (${kind})`);
    bad++;
  }
}
// A parser that lets everything by would prove nothing.
for (const [dialect, grammar] of Object.entries(grammars)) {
  if (grammar.validate('SELECT COUNT(*) FILTER (WHERE FROM participants;').length === 0) {
    console.error(`${dialect}: the parser takes a text that is none`);
    bad++;
  }
}
console.log(`trino and spark: ${all} texts, ${bad} faults`);
process.exit(bad > 0 || all === 0 ? 1 : 0);
