// A file of ours with all it imports as one script: for the jail's processes, and for the workers of a browser.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

// Not `import.meta.dirname`: the web tier's bundler knows only the address.
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

export interface BundleOptions {
  /** From the root. */
  readonly entry: string;
  /** `iife` runs anywhere, `cjs` in Node. */
  readonly format: 'iife' | 'cjs';
  /** What the entry exports, of an `iife`. */
  readonly globalName?: string;
  readonly external?: readonly string[];
  /** Imports such as `#engine/index.ts` that stand for another file, by its absolute path. */
  readonly alias?: Readonly<Record<string, string>>;
  /** Minified, not only without white space; classes and functions keep the names they are printed by. */
  readonly isCompact?: boolean;
  /** Asked before ours. */
  readonly plugins?: readonly Plugin[];
}

export async function bundle({ alias = {}, ...options }: BundleOptions): Promise<string> {
  const folders: Plugin = {
    name: 'folders',
    setup(plugin) {
      plugin.onResolve({ filter: /^#/ }, ({ path: name }) => ({
        path: alias[name] ?? path.join(root, name.slice(1)),
      }));
    },
  };
  const result = await build({
    entryPoints: [path.join(root, options.entry)],
    bundle: true,
    write: false,
    format: options.format,
    platform: options.format === 'cjs' ? 'node' : 'neutral',
    target: 'es2024',
    keepNames: true,
    minifyWhitespace: true,
    minifySyntax: options.isCompact === true,
    minifyIdentifiers: options.isCompact === true,
    // V8 keeps a text with one letter beyond Latin 1 in twice the bytes.
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
    absWorkingDir: root,
    external: [...(options.external ?? [])],
    plugins: [...(options.plugins ?? []), folders],
    ...(options.globalName === undefined ? {} : { globalName: options.globalName }),
  });
  return result.outputFiles[0]?.text ?? '';
}
