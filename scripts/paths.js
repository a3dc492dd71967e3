// Where things are. The bootstrap's own folders are git-ignored; deleting them starts over.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const runtimeFolder = path.join(root, '.runtime');
export const modulesFolder = path.join(root, 'node_modules');
/** Written into node_modules, so that it goes when they go. */
export const dependenciesStamp = path.join(modulesFolder, '.gradgym-installed.json');
