// PostgreSQL's jsonb refuses the two things that a JavaScript string may hold and text may not: NUL and lone surrogates.
// A submission can print both, and must not thereby make its own result impossible to store.
function storedText(text: string): string {
  return text.replace(/\0/g, '\u2400').replace(/\p{Surrogate}/gu, '\ufffd');
}

export function storedJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storedText(part) : part));
}
