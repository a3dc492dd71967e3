// npm run lint: Biome over the whole tree, as the static tests run it. npm run format: writes what can be mended safely.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './paths.js';

const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
const args = process.argv.includes('--write') ? ['check', '--write', '.'] : ['check', '.'];
process.exit(spawnSync(process.execPath, [biome, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1);
