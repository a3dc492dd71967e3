// node tests/golden/write-quantized.ts FILE: a converted model's state_dict of ours, for real PyTorch to read.
import { writeFileSync } from 'node:fs';
import { convertedPair } from './quantized-pair.ts';
import torch from '#engine/index.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: node tests/golden/write-quantized.ts FILE');
writeFileSync(file, torch.save(convertedPair(160).state_dict()));
