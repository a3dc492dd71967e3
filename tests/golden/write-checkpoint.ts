// node tests/golden/write-checkpoint.ts FILE: for make-checkpoints.py, which lets real PyTorch read it.
import { writeFileSync } from 'node:fs';
import { checkpoints } from './checkpoint.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: node tests/golden/write-checkpoint.ts FILE');
const { whole, weights } = checkpoints();
writeFileSync(file, whole);
writeFileSync(`${file}.weights`, weights);
