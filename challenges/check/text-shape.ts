/** What two translations of a text must share, one entry a block in order: `h2`, `code ts`, `formula`, `table 5×3`, `list 4`. */
export function textShape(markdown: string): string[] {
  const shape: string[] = [];
  const lines = markdown.split('\n');
  const run = (from: number, belongs: (line: string) => boolean) => {
    let end = from;
    while (end < lines.length && belongs(lines[end] ?? '')) end++;
    return end - from;
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const fence = /^(```|\$\$)(.*)$/.exec(line);
    const rows = run(at, (l) => l.startsWith('|'));
    const items = run(at, (l) => /^([-*]|\d+\.) /.test(l));
    if (fence) {
      const length = run(at + 1, (l) => !l.startsWith(fence[1] ?? '```'));
      shape.push(fence[1] === '$$' ? 'formula' : `code ${fence[2]} ${length}`);
      at += length + 2;
    } else if (rows > 0) {
      shape.push(`table ${rows}×${line.split(/(?<!\\)\|/).length - 2}`);
      at += rows;
    } else if (items > 0) {
      shape.push(`list ${items}`);
      at += items;
    } else {
      const heading = /^(#+) /.exec(line)?.[1];
      if (heading) shape.push(`h${heading.length}`);
      else if (line.trim() !== '' && (lines[at - 1] ?? '').trim() === '') shape.push('paragraph');
      else if (line.trim() !== '' && at === 0) shape.push('paragraph');
      at++;
    }
  }
  return shape;
}
