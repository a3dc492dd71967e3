import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import torch, { nn, type Tensor } from '../index.ts';
import { writeArchive } from '../serialization/index.ts';
import { decodeText, encodeText } from '../serialization/utf8.ts';
import { readZip } from '../serialization/zip.ts';

const close = (a: unknown, b: unknown): void => torch.testing.assert_close(a, b);

class Net extends nn.Module {
  body = new nn.Sequential(
    new nn.Conv2d(1, 4, 3, { padding: 1 }),
    new nn.BatchNorm2d(4),
    new nn.ReLU({ inplace: true }),
  );
  head = new nn.Linear(4, 3);
  scale = new nn.Buffer(torch.full([3], 2), false);
  forward(x: Tensor): Tensor {
    const [mean, most] = [this.body(x).mean([2, 3]), this.body(x).amax([2, 3])];
    return this.head(mean.add(most)).mul(this.scale).clamp({ max: Infinity }).to(torch.float64);
  }
}

describe('torch.jit.save and load', () => {
  test('a module comes back with its graphs, tensors, mode and names', () => {
    const model = new Net().eval();
    const traced = torch.jit.trace(model, torch.randn(1, 1, 5, 5));
    const loaded = torch.jit.load(torch.jit.save(traced)) as typeof traced;
    expect(String(loaded.graph)).toBe(String(traced.graph));
    expect(String(loaded)).toBe(String(traced));
    expect(Object.keys(loaded.state_dict())).toEqual(Object.keys(model.state_dict()));
    expect(loaded.training).toBe(false);
    expect([...loaded.parameters()].every((p) => p.requires_grad)).toBe(true);
    const x = torch.randn(2, 1, 7, 7);
    close(loaded(x), model(x));
    torch.no_grad(() => loaded.get_parameter('head.weight').zero_());
    expect(model.head.weight.count_nonzero().item()).toBeGreaterThan(0);
    expect([...torch.jit.save(traced)]).toEqual([...traced.save()]);
  });
  test('functions, frozen and fused modules come back', () => {
    const f = torch.jit.trace((x: Tensor) => [x.mul(2).add(1).relu(), x.sum(0)], torch.ones(2, 2));
    torch.jit.passes.fuse_pointwise(f.graph);
    close(torch.jit.load(f.save())(torch.ones(3, 2)), f(torch.ones(3, 2)));
    const model = new Net().eval();
    const frozen = torch.jit.optimize_for_inference(torch.jit.trace(model, torch.randn(1, 1, 5, 5)));
    const x = torch.randn(2, 1, 5, 5);
    torch.no_grad(() =>
      torch.testing.assert_close(torch.jit.load(frozen.save())(x), model(x), { rtol: 1e-4, atol: 1e-5 }),
    );
  });
  test('tensors that are shared stay shared', () => {
    class Tied extends nn.Module {
      a = new nn.Linear(3, 3, { bias: false });
      b = this.a;
      forward(x: Tensor): Tensor {
        return this.b(this.a(x));
      }
    }
    const traced = torch.jit.trace(new Tied(), torch.ones(1, 3));
    const loaded = torch.jit.load(traced.save()) as typeof traced;
    expect([...loaded.parameters()]).toHaveLength(1);
    close(loaded(torch.ones(2, 3)), traced(torch.ones(2, 3)));
  });
  test('a process without the class runs it and gives the same output', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jit-'));
    try {
      const model = new Net().eval();
      const x = torch.randn(2, 1, 6, 6);
      writeFileSync(path.join(folder, 'model.pt'), torch.jit.trace(model, x).save());
      writeFileSync(path.join(folder, 'input.pt'), torch.save({ x, y: model(x).detach() }));
      const program = `
        import { readFileSync } from 'node:fs';
        import torch from ${JSON.stringify(path.join(import.meta.dirname, '../index.ts'))};
        const model = torch.jit.load(readFileSync('model.pt'));
        const { x, y } = torch.load(readFileSync('input.pt'));
        console.log(model.original_name, model(x).equal(y));`;
      const ran = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(`${ran.stdout}${ran.stderr}`).toBe('Net true\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  // Counts of nodes that PyTorch 1.13 with torchvision 0.14 records; it calls convolutions aten::_convolution.
  test('a traced resnet18 has the operators of PyTorch, and another process runs it from its file alone', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jit-'));
    try {
      torch.manual_seed(0);
      const model = torch.vision.models.resnet18().eval();
      const x = torch.randn(1, 3, 32, 32);
      const traced = torch.jit.trace(model, x, { check_trace: false });
      const counts = (graph: typeof traced.graph): Record<string, number> => {
        const found: Record<string, number> = {};
        for (const n of graph.nodes()) if (n.kind().startsWith('aten::')) found[n.kind()] = (found[n.kind()] ?? 0) + 1;
        return found;
      };
      const all = {
        'aten::adaptive_avg_pool2d': 1,
        'aten::add_': 8,
        'aten::batch_norm': 20,
        'aten::conv2d': 20,
        'aten::flatten': 1,
        'aten::linear': 1,
        'aten::max_pool2d': 1,
        'aten::relu_': 17,
      };
      expect(counts(traced.inlined_graph)).toEqual(all);
      const frozen = torch.jit.freeze(traced);
      const { 'aten::batch_norm': _, ...folded } = all;
      expect(counts(frozen.graph)).toEqual(folded);
      const expected = model(x).detach();
      torch.testing.assert_close(frozen(x), expected, { rtol: 1e-3, atol: 1e-4 });
      writeFileSync(path.join(folder, 'model.pt'), traced.save());
      writeFileSync(path.join(folder, 'input.pt'), torch.save({ x, y: expected }));
      const program = `
        import { readFileSync } from 'node:fs';
        import torch from ${JSON.stringify(path.join(import.meta.dirname, '../index.ts'))};
        const model = torch.jit.load(readFileSync('model.pt'));
        const { x, y } = torch.load(readFileSync('input.pt'));
        console.log(model.original_name, torch.no_grad(() => model(x)).equal(y));`;
      const ran = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(`${ran.stdout}${ran.stderr}`).toBe('ResNet true\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
  test('torch.load finds the tensors in the file', () => {
    const traced = torch.jit.trace(new nn.Linear(2, 2), torch.ones(1, 2));
    const { attributes } = torch.load(traced.save()) as { attributes: Record<string, Tensor> };
    expect(Object.keys(attributes)).toEqual(['weight', 'bias']);
  });
  test('saves nothing but what trace and script gave', () => {
    expect(() => Reflect.apply(torch.jit.save, null, [new nn.Linear(1, 1)])).toThrow('torch.save saves a state_dict()');
  });
});

describe('a file that was tampered with', () => {
  const bytes = torch.jit.trace(new nn.Sequential(new nn.Linear(2, 2), new nn.ReLU()), torch.ones(1, 2)).save();
  const record = (): string => {
    const found = readZip(bytes, (name) => new Error(name)).get('archive/code/graph.json');
    return decodeText(found ?? new Uint8Array());
  };
  const data = torch.load(bytes);
  const changed = (change: (json: string) => string, tensors: unknown = data): Uint8Array => {
    const json = change(record());
    return writeArchive(tensors, [{ name: 'archive/code/graph.json', bytes: encodeText(json) }]);
  };
  test('that was not changed is read', () => {
    expect(torch.jit.load(changed((json) => json))(torch.ones(1, 2)).shape).toEqual([1, 2]);
  });
  test.each<[string, (json: string) => string, RegExp]>([
    ['an operator that is none', (j) => j.replaceAll('relu', 'system'), /Unknown operator aten::system/],
    ['another name for a known schema', (j) => j.replace('"aten::relu"', '"aten::exp"'), /Unknown operator aten::exp/],
    [
      'a kind of node that is none',
      (j) => j.replace('"prim::CallMethod"', '"prim::PythonOp"'),
      /Unknown operator prim::PythonOp/,
    ],
    [
      'a property of objects as operator',
      (j) => j.replace('"prim::CallMethod"', '"constructor"'),
      /Unknown operator constructor/,
    ],
    ['a value before it is made', (j) => j.replace('"in":[0]', '"in":[77]'), /value 77 is used before it is made/],
    ['a negative value', (j) => j.replace('"in":[0]', '"in":[-1]'), /used before it is made/],
    [
      'an attribute of the prototype',
      (j) => j.replace('"name":"weight"', '"name":"__proto__"'),
      /is no name of an attribute/,
    ],
    [
      'a parameter that is missing',
      (j) => j.replace('"parameters":["weight"', '"parameters":["height"'),
      /the tensor of '0.height' is missing/,
    ],
    [
      'a module that holds itself',
      (j) => j.replace('"name":"0","path":"0"', '"name":"0","path":""'),
      /there is no module ''/,
    ],
    [
      'a method of a module as attribute',
      (j) => j.replace('"parameters":["weight"', '"parameters":["forward"'),
      /is missing/,
    ],
    ['a newer format', (j) => j.replace('"format":1', '"format":2'), /format 2 of a newer/],
    ['no JSON', (j) => j.slice(1), /no JSON/],
    ['an empty object', () => '{}', /format/],
    ['too few arguments', (j) => j.replace(/"in":\[\d+,\d+,\d+\]/, '"in":[]'), /arguments/],
    [
      'methods that are no graphs',
      (j) => j.replace('"methods":{"forward":{', '"methods":{"forward":[{').replace(/\}\}\]\}$/, '}]}]}'),
      /no JSON|no object/,
    ],
  ])('%s is refused', (_, change, message) => {
    expect(() => torch.jit.load(changed(change))).toThrow(message);
  });
  test('missing or wrong tensors are refused', () => {
    expect(() => torch.jit.load(changed((j) => j, { attributes: {}, constants: [] }))).toThrow(/is missing/);
    expect(() => torch.jit.load(changed((j) => j, [1]))).toThrow(/missing/);
  });
  test('methods that call each other for ever end with an error', () => {
    const json = record();
    const content = JSON.parse(json);
    const { methods } = content.modules.find((m: { path: string }) => m.path === '1');
    methods.forward.nodes = [{ op: 'prim::CallMethod', in: [0, 1], out: [['Tensor', null]], name: 'forward' }];
    methods.forward.outputs = [2];
    const looped = JSON.stringify(content);
    expect(looped).not.toBe(json);
    expect(() => torch.jit.load(changed(() => looped))(torch.ones(1, 2))).toThrow(
      'methods call each other more than 200 deep',
    );
  });
  test('other files are told apart', () => {
    expect(() => torch.jit.load(torch.save({ a: torch.ones(1) }))).toThrow(
      'it is a checkpoint, which torch.load reads',
    );
    expect(() => torch.jit.load(new Uint8Array([1, 2, 3]))).toThrow('a zip file, and this is none');
    expect(() => torch.jit.load(bytes.subarray(0, bytes.length - 40))).toThrow(/damaged/);
  });
});
