import { describe, expect, test } from 'vitest';
import torch, { nn, type Tensor } from '#engine/index.ts';

const { profile, record_function } = torch.profiler;
const [a, b] = [torch.rand(8, 16), torch.rand(16, 4)];

describe('profile', () => {
  test('counts calls, arithmetic and bytes by operator, inside its body only', () => {
    a.mm(b);
    const prof = profile({ with_flops: true }, () => {
      a.mm(b);
      a.mm(b).add_(1);
    });
    a.mm(b);
    const rows = new Map([...prof.key_averages()].map((row) => [row.key, row]));
    expect([...rows.keys()].toSorted()).toEqual(['aten::add_', 'aten::mm']);
    expect(rows.get('aten::mm')).toMatchObject({
      count: 2,
      flops: 2 * 2 * 8 * 16 * 4,
      cpu_memory_usage: 2 * 8 * 4 * 4,
    });
  });
  test('time inside is the caller’s total and not its self time; a name of one’s own is a row', () => {
    const prof = profile({}, () => record_function('step', () => a.mm(b).relu().sum()));
    const rows = [...prof.key_averages()];
    const step = rows.find((r) => r.key === 'step');
    const others = rows.filter((r) => r.key !== 'step').reduce((sum, r) => sum + r.self_cpu_time_total, 0);
    expect(step?.cpu_time_total).toBeCloseTo((step?.self_cpu_time_total ?? 0) + others, 3);
    expect(prof.events().at(-1)).toMatchObject({ name: 'step', depth: 0 });
  });
  test('backward is recorded too', () => {
    const layer = new nn.Linear(16, 2);
    const prof = profile({}, () => (layer(a) as Tensor).sum().backward());
    const mm = [...prof.key_averages()].find((r) => r.key === 'aten::mm');
    expect(mm?.count).toBeGreaterThanOrEqual(1);
  });
  test('the table has PyTorch’s columns, sorted and cut as asked', () => {
    const prof = profile({ with_flops: true, profile_memory: true, record_shapes: true }, () => {
      a.mm(b);
      torch.rand(300, 300).mm(torch.rand(300, 300));
    });
    const lines = prof
      .key_averages({ group_by_input_shape: true })
      .table({ sort_by: 'flops', row_limit: 2 })
      .split('\n');
    expect(lines[1]?.split(/ {2,}/).filter((t) => t)).toEqual([
      'Name',
      'Self CPU %',
      'Self CPU',
      'CPU total %',
      'CPU total',
      'CPU time avg',
      'CPU Mem',
      'Self CPU Mem',
      '# of Calls',
      'Input Shapes',
      'Total MFLOPs',
    ]);
    expect(lines[3]).toContain('[[300, 300], [300, 300]]');
    expect(lines[3]).toContain('54.000');
    expect(lines[4]).toContain('[[8, 16], [16, 4]]');
    expect(lines.length).toBe(8);
    expect(() => prof.key_averages().table({ sort_by: 'name' as 'count' })).toThrow("cannot sort by 'name'");
  });
  test('one at a time; an error inside ends it; a block ends it', () => {
    expect(() =>
      profile({}, () => {
        profile({}, () => {});
      }),
    ).toThrow('another one is running');
    {
      using prof = profile();
      a.mm(b);
      expect(prof.events()).toHaveLength(1);
    }
    const prof = profile({}, () => a.mm(b));
    a.mm(b);
    expect(prof.events()).toHaveLength(1);
    expect(JSON.parse(prof.export_chrome_trace()).traceEvents[0]).toMatchObject({ ph: 'X', name: 'aten::mm' });
  });
  test('autocast inside is seen: the cast and the product', () => {
    const prof = profile({}, () => torch.autocast('cpu', () => a.mm(b)));
    expect(prof.events().map((e) => e.name)).toContain('aten::to');
  });
});
