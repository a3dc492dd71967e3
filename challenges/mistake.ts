/** What a wrong submission says about itself in the comment it opens with. */
export interface Mistake {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  /** Ids of the behaviours that must reject it, all of them and no others. */
  readonly fails: readonly string[];
}

/**
 * Reads the header of a wrong submission, four comment lines at its top:
 * `// mistake: id`, `// en: …`, `// zh: …`, `// fails: behaviour, behaviour`. Throws when one is missing.
 */
export function parseMistake(source: string): Mistake {
  const lines = source.split('\n');
  const field = (index: number, name: string) => {
    const value = new RegExp(`^// ${name}: (.+)$`).exec(lines[index] ?? '')?.[1]?.trim();
    if (!value)
      throw new Error(`Line ${index + 1} must be "// ${name}: …", not ${JSON.stringify(lines[index] ?? '')}.`);
    return value;
  };
  return {
    id: field(0, 'mistake'),
    en: field(1, 'en'),
    zh: field(2, 'zh'),
    fails: field(3, 'fails')
      .split(',')
      .map((behaviour) => behaviour.trim()),
  };
}
