import { describe, expect, test } from 'vitest';
import torch, { nn, optim, safetensors, type Tensor } from '../index.ts';

describe('checkpoints', () => {
  test('keep values, and views keep sharing their storage', () => {
    const base = torch.arange(6).view(2, 3);
    const back = torch.load(torch.save({ base, turned: base.t() })) as Record<'base' | 'turned', Tensor>;
    expect(back.turned.tolist()).toEqual([[0, 3], [1, 4], [2, 5]]); // biome-ignore format: rows
    back.base.zero_();
    expect(back.turned.sum().item()).toBe(0);
  });
  test('keep an object that stands in two places one object', () => {
    const t = torch.ones(2);
    const list = [1];
    const back = torch.load(torch.save([t, t, list, list])) as unknown[];
    expect(back[0]).toBe(back[1]);
    expect(back[2]).toBe(back[3]);
  });
  test('give back whatever they were given: save, load and save again are the same bytes', () => {
    const bytes = torch.save({
      list: [1, 0.5, -0, 2n ** 70n, null, true, 'é', torch.bfloat16],
      map: new Map<unknown, unknown>([[-1, new Set([1])], ['__proto__', Uint8Array.of(255)]]), // biome-ignore format: pairs
      state: { 0: { step: 1 }, 1: { step: 2 } },
    });
    expect(torch.save(torch.load(bytes))).toEqual(bytes);
  });
  test('restore a module, its optimizer and its schedule from their state_dicts', () => {
    const make = () => {
      const model = new nn.Sequential(new nn.Linear(3, 2), new nn.BatchNorm1d(2));
      const optimizer = new optim.Adam(model.parameters(), { lr: 0.1 });
      return { model, optimizer, schedule: new optim.lr_scheduler.StepLR(optimizer, 2, 0.5) };
    };
    const step = ({ model, optimizer, schedule }: ReturnType<typeof make>): number[] => {
      optimizer.zero_grad();
      const loss = model(torch.eye(3)).pow(2).mul(torch.arange(6).view(3, 2)).sum();
      loss.backward();
      optimizer.step();
      schedule.step();
      return [loss.item(), optimizer.param_groups[0]?.lr ?? 0];
    };
    const a = make();
    const b = make();
    for (let i = 0; i < 3; i++) step(a);
    const saved = torch.load(torch.save(Object.entries(a).map(([, part]) => part.state_dict())));
    const [model, optimizer, schedule] = saved as [never, never, never];
    b.model.load_state_dict(model);
    b.optimizer.load_state_dict(optimizer);
    b.schedule.load_state_dict(schedule);
    for (let i = 0; i < 3; i++) expect(step(b)).toEqual(step(a));
  });
  test('round int64 elements beyond 2^53, as the engine does', () => {
    const [exact, rounded] = (
      torch.load(torch.save(torch.tensor([2 ** 53, 2 ** 53 + 2]))) as Tensor
    ).tolist() as number[];
    expect([exact, rounded]).toEqual([2 ** 53, 2 ** 53 + 2]);
    expect((torch.load(torch.save(torch.tensor([Infinity]).to(torch.int64))) as Tensor).shape).toEqual([1]);
  });
  test.each([
    [
      'a whole module',
      new nn.Linear(1, 1),
      'the object is a whole module (Linear), whose code a checkpoint cannot hold: save its state_dict()',
    ],
    [
      'an optimizer',
      { o: new optim.SGD([torch.ones(1).requires_grad_()], 0.1) },
      'the object[o] is a SGD, which cannot be saved: save its state_dict()',
    ],
    ['a function', { f: () => 1 }, 'the object[f] is function, which cannot be saved'],
    ['what is undefined', [1, undefined], 'the object[1] is undefined, which cannot be saved'],
    ['a hole', Array(2), 'the object[0] is undefined, which cannot be saved'],
    ['a date', [new Date(0)], 'the object[0] is a Date, which cannot be saved'],
  ])('refuse %s by where it stands', (_, value, says) => {
    expect(() => torch.save(value)).toThrow(says);
  });
  test('refuse what contains itself', () => {
    const loop: unknown[] = [];
    loop.push({ loop });
    expect(() => torch.save(loop)).toThrow('the object[0][loop] contains itself, which cannot be saved');
    expect(() => torch.save(new Set([loop]))).toThrow('contains itself');
    const deep = Array.from({ length: 300 }).reduce<unknown>((inner) => [inner], null);
    expect(() => torch.save(deep)).toThrow('nested more than 200 deep');
  });
  test('go where map_location says, by name or by the device they were saved from', () => {
    const bytes = torch.save(torch.ones(2));
    const places: (string | Record<string, string> | null)[] = [null, 'cpu', { cpu: 'cpu' }, { 'cuda:0': 'nowhere' }];
    for (const where of places) expect((torch.load(bytes, where) as Tensor).device).toBe('cpu');
    expect((torch.load(bytes, { map_location: 'cpu', weights_only: true }) as Tensor).tolist()).toEqual([1, 1]);
    expect(() => torch.load(bytes, 'nowhere')).toThrow("device 'nowhere' is not available here");
    expect(() => torch.load(bytes, { cpu: 'nowhere' })).toThrow("device 'nowhere' is not available here");
    expect(() => torch.load(bytes, null, { weights_only: false })).toThrow('weights_only=True only');
  });
  test('are bytes, not names of files', () => {
    expect(() => Reflect.apply(torch.load, null, ['model.pt'])).toThrow('torch.load reads the bytes of a file');
  });
});

describe('safetensors', () => {
  const tensors = {
    b: torch.tensor([[1.5, -2]]),
    a: torch.tensor(3),
    '7': torch.zeros(0, 2),
    half: torch.ones(3).to(torch.float16),
  };
  test('keep names, dtypes, shapes and values', () => {
    const back = safetensors.load(safetensors.save(tensors));
    for (const [name, t] of Object.entries(tensors)) {
      expect([name, back[name]?.dtype, back[name]?.shape]).toEqual([name, t.dtype, t.shape]);
      expect(back[name]?.tolist()).toEqual(t.tolist());
    }
    expect(Object.keys(back)).toHaveLength(4);
  });
  test('are laid out as the format asks: length, padded JSON, wide dtypes first, no holes', () => {
    const bytes = safetensors.save({ b: torch.ones(1), a: torch.ones(1), c: torch.tensor([7]) }, { format: 'pt' });
    const text = Buffer.from(bytes.slice(8)).toString('latin1');
    const header =
      '{"__metadata__":{"format":"pt"},"c":{"dtype":"I64","shape":[1],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},"b":{"dtype":"F32","shape":[1],"data_offsets":[12,16]}}';
    const padded = header.padEnd(Math.ceil(header.length / 8) * 8);
    expect(text.startsWith(padded)).toBe(true);
    expect(new DataView(bytes.buffer).getBigUint64(0, true)).toBe(BigInt(padded.length));
    expect(bytes).toHaveLength(8 + padded.length + 16);
  });
  test('open with metadata, and give tensors one by one', () => {
    const file = safetensors.safe_open(safetensors.save(tensors, { format: 'pt', note: '"é' }));
    expect(file.metadata()).toEqual({ format: 'pt', note: '"é' });
    expect(file.keys().sort()).toEqual(['7', 'a', 'b', 'half']);
    expect(file.get_tensor('b').tolist()).toEqual([[1.5, -2]]);
    expect(() => file.get_tensor('x')).toThrow('File does not contain tensor x');
    expect(safetensors.safe_open(safetensors.save({})).metadata()).toBeNull();
  });
  test('refuse shared memory, strided tensors and what is no tensor, as Python does', () => {
    const t = torch.ones(2, 3);
    expect(() => safetensors.save({ t, row: t.select(0, 0) })).toThrow('Some tensors share memory');
    expect(() => safetensors.save({ t: t.t() })).toThrow('You are trying to save a non contiguous tensor: `t`');
    expect(() => Reflect.apply(safetensors.save, null, [{ t: 1 }])).toThrow('Key `t` is invalid');
    expect(() => Reflect.apply(safetensors.save, null, [{ t }, { epoch: 1 }])).toThrow('metadata must be strings');
  });
});
