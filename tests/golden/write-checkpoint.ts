// node tests/golden/write-checkpoint.ts FOLDER: files of ours for real PyTorch to read, and what is in them.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import torch from '#engine/index.ts';
import { describeValue, fullOnly, metadataForSafe, objects, safeBytes, tensorsForSafe } from './checkpoint.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node tests/golden/write-checkpoint.ts FOLDER');
mkdirSync(folder, { recursive: true });
const all = { ...objects(), full_only: fullOnly() };
for (const [name, value] of Object.entries(all)) {
  writeFileSync(path.join(folder, `${name}.pt`), torch.save(value));
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(describeValue(value)));
}
writeFileSync(path.join(folder, 'ours.safetensors'), safeBytes());
const safe = { tensors: describeValue(tensorsForSafe()), metadata: metadataForSafe };
writeFileSync(path.join(folder, 'ours.safetensors.json'), JSON.stringify(safe));
