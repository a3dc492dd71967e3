// zod makes functions of text where it may, and finds out whether it may by trying; the policy of our pages refuses that and
// reports the try. In the browser it is told beforehand. Imported by the layout, so that it comes before every schema.
const place = globalThis as typeof globalThis & { __zod_globalConfig?: { jitless?: boolean } };
if ('document' in globalThis) {
  place.__zod_globalConfig ??= {};
  place.__zod_globalConfig.jitless = true;
}
export {};
