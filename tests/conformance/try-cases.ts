// Prints which cases of a file disagree, by operator. Usage: node tests/conformance/try-cases.ts FILE [operator] [show]
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { type Operator, runCase, waysOf } from './run-case.ts';

const [file = '', only = '', show = '1'] = process.argv.slice(2);
const bytes = readFileSync(file);
const operators: Record<string, Operator> = JSON.parse(
  (file.endsWith('.br') ? brotliDecompressSync(bytes) : bytes).toString(),
);
let total = 0;
let wrong = 0;
for (const [label, op] of Object.entries(operators)) {
  if (only && label !== only) continue;
  for (const way of waysOf(label, op)) {
    const found: string[] = [];
    for (const c of op.cases) {
      total++;
      let outcome: string | null;
      try {
        outcome = runCase(op, c, way);
      } catch (error) {
        outcome = `threw ${error instanceof Error ? error.message : String(error)}`;
      }
      if (outcome) {
        const dtype = /"dtype":"(\w+)"/.exec(JSON.stringify(c.args))?.[1] ?? '';
        found.push(`${dtype}: ${outcome}\n      ${JSON.stringify([...c.args, c.kwargs]).slice(0, 300)}`);
      }
    }
    wrong += found.length;
    if (found.length) {
      console.log(`${label} ${JSON.stringify(way)}: ${found.length} of ${op.cases.length}`);
      for (const f of found.slice(0, Number(show))) console.log(`    ${f}`);
    }
  }
}
console.log(`${total - wrong} of ${total} agree`);
