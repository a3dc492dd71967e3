// Damaged, cut, spliced and hostile files: an error of ours that says what is wrong, or a value; soon, and in little memory.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import torch, { safetensors } from '../index.ts';
import { numelOf, Tensor, valuesOf } from '../tensor.ts';
import { CheckpointError } from './error.ts';
import { readZip, writeZip } from './zip.ts';

const golden: { files: Record<string, string> } = JSON.parse(
  readFileSync(new URL('../../tests/golden/checkpoints.json', import.meta.url), 'utf8'),
);
const fromPyTorch = (name: string): Uint8Array => Uint8Array.from(Buffer.from(golden.files[name] ?? '', 'base64'));
const plainly = (name: string): CheckpointError => new CheckpointError(`${name} is compressed`);
const pickleOf = (file: Uint8Array): Uint8Array =>
  [...readZip(file, plainly)].find(([name]) => name.endsWith('data.pkl'))?.[1] ?? new Uint8Array();
/** The checkpoint with another pickle, its CRCs right. */
const withPickle = (file: Uint8Array, pickle: Uint8Array): Uint8Array =>
  writeZip(
    [...readZip(file, plainly)].map(([name, bytes]) => ({ name, bytes: name.endsWith('data.pkl') ? pickle : bytes })),
  );

/** What came of reading: nothing but a value whose tensors can be read, or a CheckpointError. */
function survives(read: () => unknown): void {
  const started = performance.now();
  try {
    const seen = new Set<unknown>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return;
      seen.add(value);
      if (value instanceof Tensor) {
        if (numelOf(value.shape) < 10_000) expect(valuesOf(value)).toHaveLength(numelOf(value.shape));
        return;
      }
      for (const item of value instanceof Map ? [...value.keys(), ...value.values()] : Object.values(value))
        visit(item);
    };
    visit(read());
  } catch (error) {
    if (!(error instanceof CheckpointError)) throw error;
  }
  expect(performance.now() - started).toBeLessThan(2000);
  expect(Reflect.ownKeys(Object.prototype)).toHaveLength(12);
}

const ours = torch.save({
  base: torch.arange(6).view(2, 3),
  turned: torch.arange(6).view(2, 3).t(),
  list: [1, 2 ** 40, 0.5, 'é', null, true, torch.float32, new Map<unknown, unknown>([[-1, [torch.ones(2)]]])],
});
const archives = [ours, fromPyTorch('plain'), fromPyTorch('training'), fromPyTorch('plain_4')];
const legacy = ['plain_legacy', 'views_legacy'].map(fromPyTorch);
const safe = safetensors.save({ a: torch.ones(2, 3), b: torch.arange(4) }, { format: 'pt', note: 'x' });

/** Edits of a byte string: overwritten bytes, a cut, a piece taken out, doubled or moved. */
const edits = fc.array(
  fc.record({
    kind: fc.nat(4),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 4 },
);
function edited(
  good: Uint8Array,
  changes: readonly { kind: number; at: number; length: number; bytes: Uint8Array }[],
): Uint8Array {
  let bytes = [...good];
  for (const { kind, at: share, length, bytes: given } of changes) {
    const at = Math.floor(share * bytes.length);
    if (kind === 0) bytes.splice(at, given.length, ...given);
    else if (kind === 1) bytes.splice(at, 0, ...given);
    else if (kind === 2) bytes.splice(at, length);
    else if (kind === 3) bytes.splice(at, 0, ...bytes.slice(at, at + length));
    else if (length % 4 === 0) bytes = bytes.slice(0, at);
  }
  return Uint8Array.from(bytes);
}
/** Opcodes that the reader knows, their arguments random: more of the machine is reached than by flipped bits. */
const opcodes = [
  ...'NK\x88\x89KMJ\x8a\x8bGX\x8cUTBC\x8e\x8d]}()\x8ft\x85\x86\x87aesu\x90\x91l0012qrhj\x94\x95cRQb\x93.',
].map((c) => c.charCodeAt(0));
const globals = [
  'torch._utils\n_rebuild_tensor_v2\n',
  'collections\nOrderedDict\n',
  'torch\nFloatStorage\n',
  '__builtin__\nset\n',
  'torch\nSize\n',
];
const program = fc.array(
  fc.oneof(
    fc.constantFrom(...opcodes).map((code) => [code]),
    fc.nat(255).map((n) => [0x4b, n]),
    fc.nat(12).map((n) => [0x71, n]),
    fc.nat(12).map((n) => [0x68, n]),
    fc.constantFrom(...globals).map((name) => [0x63, ...Buffer.from(name)]),
    fc.uint8Array({ maxLength: 6 }).map((bytes) => [...bytes]),
  ),
  { maxLength: 60 },
);

describe('whatever is done to a file, reading it ends in a value or in a CheckpointError', () => {
  test('archives, whole', () => {
    fc.assert(
      fc.property(fc.constantFrom(...archives), edits, (good, changes) =>
        survives(() => torch.load(edited(good, changes))),
      ),
      { numRuns: 1500 },
    );
  });
  test('the pickle in an archive whose CRCs are right', () => {
    fc.assert(
      fc.property(fc.constantFrom(...archives), edits, (good, changes) =>
        survives(() => torch.load(withPickle(good, edited(pickleOf(good), changes)))),
      ),
      { numRuns: 3000 },
    );
  });
  test('pickles of random opcodes', () => {
    fc.assert(
      fc.property(program, (parts) =>
        survives(() => torch.load(withPickle(ours, Uint8Array.from([0x80, 2, ...parts.flat(), 0x2e])))),
      ),
      { numRuns: 5000 },
    );
  });
  test('files from before 1.6', () => {
    fc.assert(
      fc.property(fc.constantFrom(...legacy), edits, (good, changes) =>
        survives(() => torch.load(edited(good, changes))),
      ),
      { numRuns: 3000 },
    );
  });
  test('safetensors', () => {
    fc.assert(
      fc.property(edits, (changes) => survives(() => safetensors.load(edited(safe, changes)))),
      { numRuns: 3000 },
    );
  });
  test('bytes of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        survives(() => torch.load(bytes));
        survives(() => safetensors.load(bytes));
      }),
      { numRuns: 2000 },
    );
  });
});

const pickled = (...parts: (number | string)[]): Uint8Array =>
  Uint8Array.from([
    0x80,
    2,
    ...parts.flatMap((p) => (typeof p === 'number' ? [p] : [...Buffer.from(p, 'latin1')])),
    0x2e,
  ]);
const word = (n: number): string => String.fromCharCode(n & 255, (n >> 8) & 255, (n >> 16) & 255, n >>> 24);
const unicode = (text: string): string => `X${word(text.length)}${text}`;
const storage = (numel: number, key = '0'): string =>
  `(${unicode('storage')}ctorch\nFloatStorage\n${unicode(key)}${unicode('cpu')}J${word(numel)}tQ`;
const tensor = (size: string, stride: string, offset = 0, numel = 4): string =>
  `ctorch._utils\n_rebuild_tensor_v2\n(${storage(numel)}J${word(offset)}${size}${stride}\x89ccollections\nOrderedDict\n)RtR`;
const four = { name: 'archive/data/0', bytes: new Uint8Array(16) };
const archive = (...parts: (number | string)[]): Uint8Array =>
  writeZip([{ name: 'archive/data.pkl', bytes: pickled(...parts) }, four]);

describe('hostile archives are refused by what is wrong with them', () => {
  test.each([
    ['a storage larger than its record', archive(tensor('K\x02\x85', 'K\x01\x85', 0, 2 ** 30)), 'holds 16 bytes'],
    ['a storage that is not there', archive(storage(4, 'x')), "storage 'x' is missing"],
    ['a view beyond its storage', archive(tensor('K\x05\x85', 'K\x01\x85')), 'reaches outside its storage'],
    ['an offset beyond its storage', archive(tensor('K\x01\x85', 'K\x01\x85', 4)), 'reaches outside its storage'],
    ['a negative stride', archive(tensor('K\x02\x85', 'J\xff\xff\xff\xff\x85', 3)), 'bad tensor'],
    ['a negative offset', archive(tensor('K\x02\x85', 'K\x01\x85', -1)), 'bad tensor'],
    ['a negative size', archive(tensor('J\xff\xff\xff\xff\x85', 'K\x01\x85')), 'bad tensor'],
    [
      'sizes whose product overflows',
      archive(tensor(`J${word(2 ** 30)}J${word(2 ** 30)}\x86`, 'K\x00K\x00\x86')),
      'reaches outside',
    ],
    ['more elements than can be', archive(tensor(`J${word(2 ** 30)}K\x04\x86`, 'K\x00K\x00\x86')), 'too many elements'],
    ['as many strides as sizes', archive(tensor('K\x02\x85', 'K\x01K\x01\x86')), 'reaches outside its storage'],
    ['a call of os.system', archive(`cos\nsystem\n${unicode('true')}\x85R`), 'names the global "os.system"'],
    ['a call of what is no function', archive(`${unicode('f')})R`), 'calls what is no function'],
    ['a call of Object.prototype’s', archive('cconstructor\nconstructor\n)R'), 'names the global'],
    ['a list that contains itself', archive(']q\x00h\x00a'), 'contains itself'],
    ['a dict that contains itself', archive(`}q\x00${unicode('a')}h\x00s`), 'contains itself'],
    ['lists 100000 deep', archive(']'.repeat(100_000), 'a'.repeat(99_999)), 'nested more than'],
    ['marks without end', archive('('.repeat(100_000)), 'empty stack'],
    [
      'a set built again and again of one list',
      archive(`](${'K\x01'.repeat(900)}eq\x00`, 'c__builtin__\nset\nh\x00\x85R0'.repeat(900)),
      'copies more than it holds',
    ],
    ['a string that claims 4 GiB', archive('X\xff\xff\xff\xff'), 'ends too early'],
    ['bytes that claim 2^64', archive('\x8e\xff\xff\xff\xff\xff\xff\xff\xff'), 'ends too early'],
    ['an integer of 2^31 bytes', archive('\x8b\xff\xff\xff\x7f'), 'integer of more than 1024 bytes'],
    ['protocol 0', writeZip([{ name: 'archive/data.pkl', bytes: Uint8Array.of(0x28, 0x2e) }]), 'does not start as one'],
    [
      'protocol 9',
      writeZip([{ name: 'archive/data.pkl', bytes: Uint8Array.of(0x80, 9, 0x4e, 0x2e) }]),
      'protocols 2 to 5',
    ],
    ['an opcode of Python objects', archive('Iinst\n'), 'opcode 0x49'],
    ['another zip file', writeZip([{ name: 'word/document.xml', bytes: new Uint8Array(3) }]), 'holds no data.pkl'],
    [
      'a big-endian checkpoint',
      writeZip([
        { name: 'a/data.pkl', bytes: pickled('N') },
        { name: 'a/byteorder', bytes: Buffer.from('big') },
      ]),
      'little-endian',
    ],
    ['an empty file', new Uint8Array(), 'the file is empty'],
    ['safetensors', safe, 'which safetensors.load reads'],
    ['text', Buffer.from('hello world, this is text'), 'not a checkpoint'],
    ['a pickle of something else', pickled('K\x01'), 'none that torch.save wrote'],
  ])('%s', (_, file, says) => {
    const before = process.memoryUsage().arrayBuffers;
    expect(() => torch.load(file)).toThrow(says);
    expect(() => torch.load(file)).toThrow(CheckpointError);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8e6);
  });

  const patched = (change: (file: Uint8Array, view: DataView) => void): Uint8Array => {
    const file = ours.slice();
    change(file, new DataView(file.buffer));
    return file;
  };
  const directory = (file: Uint8Array): number => new DataView(file.buffer).getUint32(file.length - 6, true);
  const entry = (file: Uint8Array, index: number): number => {
    const view = new DataView(file.buffer);
    let at = directory(file);
    for (let i = 0; i < index; i++) at += 46 + view.getUint16(at + 28, true);
    return at;
  };
  test.each([
    ['a flipped bit of a tensor', patched((f) => void (f[f.indexOf(0x50, 600)] = 0x51)), /CRC|damaged/],
    ['a wrong CRC', patched((f, v) => v.setUint32(entry(f, 1) + 16, 1, true)), 'fails its CRC'],
    ['a compressed entry', patched((f, v) => v.setUint16(entry(f, 0) + 10, 8, true)), 'is compressed'],
    ['an encrypted entry', patched((f, v) => v.setUint16(entry(f, 0) + 8, 1, true)), 'is compressed or encrypted'],
    [
      'an entry of 4 GiB',
      patched(
        (f, v) => (v.setUint32(entry(f, 0) + 20, 0xfffffff0, true), v.setUint32(entry(f, 0) + 24, 0xfffffff0, true)),
      ),
      'reaches past the end',
    ],
    ['sizes that differ', patched((f, v) => v.setUint32(entry(f, 0) + 20, 5, true)), 'bad zip entry'],
    [
      'entries that overlap',
      patched((f, v) => v.setUint32(entry(f, 2) + 42, v.getUint32(entry(f, 0) + 42, true), true)),
      /overlap|bad zip entry/,
    ],
    [
      'two entries of one name',
      writeZip([four, { name: 'archive/data.pkl', bytes: pickled('N') }, four]),
      "two entries are named 'archive/data/0'",
    ],
    [
      '65535 entries that are not there',
      patched((f, v) => v.setUint16(f.length - 12, 0xffff, true)),
      'bad zip directory entry',
    ],
    [
      'a directory beyond the file',
      patched((f, v) => v.setUint32(f.length - 6, 0xfffffff0, true)),
      'bad zip directory entry',
    ],
    ['a file cut off', ours.slice(0, ours.length - 30), 'the file is cut off'],
  ])('%s', (_, file, says) => {
    expect(() => torch.load(file)).toThrow(says);
  });
});

describe('hostile safetensors are refused by what is wrong with them', () => {
  const made = (header: string | Uint8Array, data = new Uint8Array(), claim?: bigint): Uint8Array => {
    const json = typeof header === 'string' ? Buffer.from(header) : header;
    const file = new Uint8Array(8 + json.length + data.length);
    new DataView(file.buffer).setBigUint64(0, claim ?? BigInt(json.length), true);
    file.set(json, 8);
    file.set(data, 8 + json.length);
    return file;
  };
  const f32 = (shape: string, offsets: string, extra = ''): string =>
    `{"dtype":"F32","shape":${shape},"data_offsets":${offsets}${extra}}`;
  const eight = new Uint8Array(8);
  test.each([
    ['nothing', new Uint8Array(3), 'shorter than'],
    ['a header of 2^63 bytes', made('{}', eight, 2n ** 63n), 'more than 100000000'],
    ['a header longer than the file', made('{}', eight, 5000n), '10 follow'],
    ['a header that is a list', made('[1]'), "does not start with '{'"],
    ['a header that is no JSON', made('{"a":'), 'no JSON'],
    ['a header that is no UTF-8', made(Uint8Array.of(0x7b, 0xff, 0x7d)), 'no UTF-8'],
    ['overlong UTF-8', made(Uint8Array.of(0x7b, 0x22, 0xc1, 0x81, 0x22, 0x3a, 0x31, 0x7d)), 'no UTF-8'],
    ['something after the header', made('{}x'), 'follows its JSON'],
    [
      'a name twice',
      made(`{"a":${f32('[1]', '[0,4]')},"a":${f32('[1]', '[4,8]')}}`, eight),
      'the name "a" stands twice',
    ],
    [
      'a field twice',
      made('{"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}', eight),
      'stands twice',
    ],
    ['a name __proto__', made(`{"__proto__":${f32('[2]', '[0,8]')}}`, eight), '__proto__'],
    ['an unknown field', made(`{"a":${f32('[2]', '[0,8]', ',"x":1')}}`, eight), 'unknown field "x"'],
    ['an unknown dtype', made('{"a":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}}', eight), 'dtype "F8_E4M3"'],
    ['a negative size', made(`{"a":${f32('[-2]', '[0,8]')}}`, eight), 'has no shape'],
    ['a fraction', made(`{"a":${f32('[1.5]', '[0,8]')}}`, eight), 'has no shape'],
    ['a shape that does not fit', made(`{"a":${f32('[3]', '[0,8]')}}`, eight), 'takes 12 bytes, not 8'],
    ['a shape that overflows', made(`{"a":${f32('[4294967296,4294967296]', '[0,8]')}}`, eight), 'not 8'],
    ['offsets backwards', made(`{"a":${f32('[0]', '[8,4]')}}`, eight), 'not -4'],
    ['a hole', made(`{"a":${f32('[1]', '[4,8]')}}`, eight), 'no holes'],
    ['an overlap', made(`{"a":${f32('[2]', '[0,8]')},"b":${f32('[1]', '[4,8]')}}`, eight), 'no overlaps'],
    ['bytes beyond the data', made(`{"a":${f32('[4]', '[0,16]')}}`, eight), 'take 16 bytes, and 8 follow'],
    ['bytes left over', made(`{"a":${f32('[1]', '[0,4]')}}`, eight), 'take 4 bytes, and 8 follow'],
    ['metadata of numbers', made('{"__metadata__":{"a":1}}'), 'is no string'],
    ['deep JSON', made(`{"a":${'['.repeat(50_000)}`), 'nested too deep'],
    ['a zip file', ours, 'torch.load reads those'],
  ])('%s', (_, file, says) => {
    expect(() => safetensors.load(file)).toThrow(says);
    expect(() => safetensors.load(file)).toThrow(CheckpointError);
  });
  test('a name of a megabyte is only long', () => {
    const name = 'n'.repeat(2 ** 20);
    expect(Object.keys(safetensors.load(made(`{"${name}":${f32('[2]', '[0,8]')}}`, eight)))).toEqual([name]);
  });
});
