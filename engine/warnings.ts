// Warnings as PyTorch's: each text is shown once, on the console; a test catches them instead.
let caught: string[] | null = null;
const seen = new Set<string>();

/** Shows a warning, unless that text was shown before. */
export function warn(message: string, category = 'UserWarning'): void {
  const text = `${category}: ${message}`;
  if (caught) {
    caught.push(text);
    return;
  }
  if (seen.has(text)) return;
  seen.add(text);
  const { console } = globalThis;
  (console?.warn ?? console?.log)?.(text);
}
/** The warnings of running the body, which are then not shown: Python's warnings.catch_warnings. */
export function catchWarnings(body: () => unknown): string[] {
  const before = caught;
  const mine: string[] = [];
  caught = mine;
  try {
    body();
    return mine;
  } finally {
    caught = before;
  }
}
