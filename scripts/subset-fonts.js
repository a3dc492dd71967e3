// Makes app/_ui/fonts from the whole fonts. In an empty folder: `npm install subset-font
// @fontsource-variable/{schibsted-grotesk,jetbrains-mono,source-serif-4}`, then `node …/scripts/subset-fonts.js`. Each becomes two
// files: what the product itself writes, which every visitor loads, and the rest of Latin, which a browser loads when a page
// holds such a letter (app/_ui/styles/fonts.css says which).
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.js';

const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
const core = `${range(0x20, 0x7e)}\u00a0·×–—‘’“”…−±°`;
const rest = range(0xa1, 0xff)
  .split('')
  .filter((letter) => !core.includes(letter))
  .join('');
/** The weights that tokens.css asks for; nothing is set heavier. */
const weights = { wght: { min: 400, max: 700 } };
const fonts = [
  { package: 'schibsted-grotesk', style: 'normal' },
  { package: 'jetbrains-mono', style: 'normal' },
  { package: 'source-serif-4', style: 'normal' },
  { package: 'source-serif-4', style: 'italic' },
];

const here = createRequire(path.join(process.cwd(), 'package.json'));
const { default: subsetFont } = await import(pathToFileURL(here.resolve('subset-font')).href);
for (const { package: name, style } of fonts) {
  const files = path.join(process.cwd(), 'node_modules/@fontsource-variable', name, 'files');
  const whole = fs.readFileSync(path.join(files, `${name}-latin-wght-${style}.woff2`));
  for (const [part, letters] of Object.entries({ core, rest })) {
    // Ligatures are off everywhere (base.css), so their glyphs need not come along.
    const options = { targetFormat: 'woff2', variationAxes: weights, noLayoutClosure: true };
    const made = await subsetFont(whole, letters, options);
    fs.writeFileSync(path.join(root, 'app/_ui/fonts', `${name}-${style}-${part}.woff2`), made);
  }
}
