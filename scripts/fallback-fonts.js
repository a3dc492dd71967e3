// Makes app/_ui/styles/fallback-fonts.css: fonts that devices have, scaled to the widths and heights of ours, so that nothing moves
// when ours arrive. In an empty folder on a machine with the DejaVu fonts: `npm install @capsizecss/metrics @capsizecss/unpack`, then
// `node …/scripts/fallback-fonts.js`.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.js';

const here = createRequire(path.join(process.cwd(), 'package.json'));
const { fromFile } = await import(pathToFileURL(here.resolve('@capsizecss/unpack/fs')).href);
const metricsOf = (name) => here(`@capsizecss/metrics/${name}`);
const installed = (file) => fromFile(`/usr/share/fonts/truetype/dejavu/${file}`);

/** Ours, and those that may stand in: the names under which a device has one, all of the same measures. */
const faces = [
  {
    family: 'Source Serif 4',
    like: metricsOf('sourceSerif4'),
    from: [
      { called: 'Georgia', local: ['Georgia'], metrics: metricsOf('georgia') },
      {
        called: 'Times',
        local: ['Times New Roman', 'Liberation Serif', 'Tinos'],
        metrics: metricsOf('timesNewRoman'),
      },
      { called: 'DejaVu', local: ['DejaVu Serif'], metrics: await installed('DejaVuSerif.ttf') },
    ],
  },
  {
    family: 'Schibsted Grotesk',
    like: metricsOf('schibstedGrotesk'),
    from: [
      { called: 'Segoe', local: ['Segoe UI'], metrics: metricsOf('segoeUI') },
      { called: 'Roboto', local: ['Roboto'], metrics: metricsOf('roboto') },
      { called: 'Arial', local: ['Arial', 'Helvetica', 'Liberation Sans', 'Arimo'], metrics: metricsOf('arial') },
      { called: 'DejaVu', local: ['DejaVu Sans'], metrics: await installed('DejaVuSans.ttf') },
    ],
  },
];

const percent = (ratio) => `${(ratio * 100).toFixed(2)}%`;
function face(family, like, { called, local, metrics }) {
  const scale = like.xWidthAvg / like.unitsPerEm / (metrics.xWidthAvg / metrics.unitsPerEm);
  const height = (units) => percent(Math.abs(units) / like.unitsPerEm / scale);
  return `@font-face {
  font-family: "${family}, as ${called}";
  src: ${local.map((name) => `local("${name}")`).join(', ')};
  size-adjust: ${percent(scale)};
  ascent-override: ${height(like.ascent)};
  descent-override: ${height(like.descent)};
  line-gap-override: ${height(like.lineGap)};
}
`;
}
const css = faces.flatMap(({ family, like, from }) => from.map((one) => face(family, like, one)));
fs.writeFileSync(
  path.join(root, 'app/_ui/styles/fallback-fonts.css'),
  `/* Made by scripts/fallback-fonts.js: what devices have, scaled to the measures of our fonts, until those arrive. */\n${css.join('')}`,
);
