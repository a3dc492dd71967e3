// A jailed process wholly in the attacker's hands, which knows the protocol. The submission's text says which trick to play.
const { readSync, writeSync } = require('node:fs');

function frame(id, kind, payload = Buffer.alloc(0), length = payload.length + 5) {
  const bytes = Buffer.alloc(9 + payload.length);
  bytes.writeUInt32LE(length >>> 0, 0);
  bytes.writeUInt32LE(id >>> 0, 4);
  bytes[8] = kind;
  payload.copy(bytes, 9);
  return bytes;
}
const send = (bytes) => {
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
};
const text = (s) => {
  const body = Buffer.from(s, 'utf16le');
  const bytes = Buffer.alloc(5 + body.length);
  bytes[0] = 6;
  bytes.writeUInt32LE(s.length, 1);
  body.copy(bytes, 5);
  return bytes;
};
/** { value: null } */
const nothing = Buffer.concat([
  Buffer.from([9, 1, 0, 0, 0, 5, 0, 0, 0]),
  Buffer.from('value', 'utf16le'),
  Buffer.from([1]),
]);
function read() {
  const take = (n) => {
    const b = Buffer.alloc(n);
    for (let at = 0; at < n; ) {
      const got = readSync(0, b, at, n - at, null);
      if (got === 0) process.exit(0);
      at += got;
    }
    return b;
  };
  const head = take(9);
  return { id: head.readUInt32LE(4), kind: head[8], payload: take(head.readUInt32LE(0) - 5) };
}
/** Any value, as the protocol writes it. */
function encode(value) {
  const u32 = (n) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(n);
    return bytes;
  };
  const words = (s) => Buffer.concat([u32(s.length), Buffer.from(s, 'utf16le')]);
  if (value === undefined) return Buffer.from([0]);
  if (value === null) return Buffer.from([1]);
  if (typeof value === 'boolean') return Buffer.from([value ? 3 : 2]);
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(9, 4);
    bytes.writeDoubleLE(value, 1);
    return bytes;
  }
  if (typeof value === 'bigint') return Buffer.concat([Buffer.from([5]), words(String(value))]);
  if (typeof value === 'string') return Buffer.concat([Buffer.from([6]), words(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([Buffer.from([7]), u32(value.length), value]);
  if (Array.isArray(value)) return Buffer.concat([Buffer.from([8]), u32(value.length), ...value.map(encode)]);
  const entries = Object.entries(value);
  return Buffer.concat([
    Buffer.from([9]),
    u32(entries.length),
    ...entries.map(([name, item]) => Buffer.concat([words(name), encode(item)])),
  ]);
}

/** Answers that are well formed or nearly so, drawn from a seed: of every kind that the judge reads, with any field wrong or missing. */
function fuzzer(seed) {
  let state = seed >>> 0;
  const below = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const pick = (...of) => of[below(of.length)];
  const count = () => pick(0, 1, 2, 3, -1, 0.5, NaN, 2 ** 31, 2 ** 53 - 1, 2 ** 53, 1e300, '1', null);
  const text = () => pick('', 'AC', 'float32', '\ud800', '\0', 'x'.repeat(81), 'x'.repeat(5000), '__proto__', 7, null);
  const size = () => pick(0, 1, 2, 3, 4);
  const many = (of, upTo = 4) => Array.from({ length: below(upTo) }, of);
  const spoiled = (record) => {
    for (const name of Object.keys(record))
      if (below(40) === 0) record[name] = pick(count, text, any)();
      else if (below(60) === 0) delete record[name];
    return record;
  };
  const tensor = () => {
    const shape = many(size);
    const [dtype, each] = pick(
      ['float32', 4],
      ['float64', 8],
      ['int64', 8],
      ['bool', 1],
      ['bfloat16', 2],
      ['complex64', 8],
    );
    const bytes = Buffer.alloc(shape.reduce((a, b) => a * b, 1) * each);
    for (let i = 0; i < bytes.length; i++) bytes[i] = below(256);
    return spoiled({
      t: 'tensor',
      id: below(9),
      dtype,
      shape,
      strides: shape.map(size),
      device: pick('cpu', 'cpu', 'cuda:0'),
      bytes,
      requires_grad: pick(true, false),
      is_leaf: pick(true, false),
      grad_fn: pick(null, 'MulBackward0', ''),
    });
  };
  let depth = 0;
  const any = () => {
    if (++depth > 5) return depth-- && null;
    const made = pick(
      tensor,
      tensor,
      () => spoiled({ t: 'array', id: below(9), items: many(any) }),
      () => spoiled({ t: 'object', id: below(9), entries: many(() => [text(), any()]) }),
      () =>
        spoiled({
          t: 'object',
          id: below(9),
          entries: ['items', 'done', 'values', 'total', 'spies', 'name', 'shape'].map((n) => [n, any()]),
        }),
      () => spoiled({ t: 'bytes', id: below(9), bytes: Buffer.alloc(below(9)) }),
      () =>
        spoiled({
          t: 'other',
          id: below(9),
          what: pick('module', 'optimizer', 'function', 'promise', 'object', 'scheduler', 'bigint', 'AC'),
          name: text(),
        }),
      () => pick(0, 1, -0, NaN, Infinity, 9, 1e300, true, false, null, undefined, 3n, 'AC', ''),
      count,
      text,
    )();
    depth--;
    return made;
  };
  return () =>
    pick(
      () => ({ value: any() }),
      () => ({ value: any() }),
      () => ({ value: any() }),
      () => ({ value: null }),
      () => ({ threw: spoiled({ name: 'Error', message: 'AC', stack: 'at submission.js:1:1' }) }),
      () => ({ missing: text(), wanted: pick('function', 'class', 'field', text()) }),
      () => any(),
    )();
}

send(frame(0, 16));
const { id, payload } = read();
const trick =
  /TRICK:([a-z0-9-]+)/.exec(payload.toString('utf16le', 5))?.[1] ??
  /TRICK:([a-z0-9-]+)/.exec(payload.toString('latin1').replaceAll('\0', ''))?.[1];
if (trick?.startsWith('fuzz-')) {
  const answer = fuzzer(Number(trick.slice(5)));
  // Loading goes well, so that the tests begin.
  send(frame(id, 17, nothing));
  for (;;) {
    const asked = read();
    send(frame(asked.id, 17, encode(asked.kind === 1 ? { value: null } : answer())));
  }
}
switch (trick) {
  case 'verdict-words':
    send(Buffer.from('{"verdict":"AC","score":3}\n'));
    break;
  case 'thousand-results':
    for (let i = 0; i < 1000; i++) send(frame(i, 17, nothing));
    break;
  case 'wrong-id':
    send(frame(id + 1, 17, nothing));
    break;
  case 'early-answer':
    // Right once, then the next before it is asked.
    send(frame(id, 17, nothing));
    send(frame(id, 17, nothing));
    break;
  case 'half-a-frame':
    send(frame(id, 17, nothing).subarray(0, 12));
    break;
  case 'half-and-exit':
    send(frame(id, 17, nothing).subarray(0, 12));
    process.exit(0);
    break;
  case 'byte-by-byte': {
    const [one] = [frame(id, 17, Buffer.alloc(4_000_000, 1))];
    for (let i = 0; i < one.length; i++) send(one.subarray(i, i + 1));
    break;
  }
  case 'verdict-value':
    for (let at = { id }; ; at = read())
      send(
        frame(
          at.id,
          17,
          encode({
            value: {
              t: 'object',
              id: 0,
              entries: [
                ['verdict', 'AC'],
                ['status', 'passed'],
              ],
            },
            verdict: 'AC',
          }),
        ),
      );
  case 'says-memory':
    send(frame(id, 20));
    break;
  case 'double-answer':
    send(Buffer.concat([frame(id, 17, nothing), frame(id, 17, nothing)]));
    break;
  case 'trailing-bytes':
    send(Buffer.concat([frame(id, 17, nothing), Buffer.from([1, 2, 3])]));
    break;
  case 'unknown-kind':
    send(frame(id, 99, nothing));
    break;
  case 'four-gigabytes':
    send(frame(id, 17, Buffer.alloc(16), 0xffffffff));
    break;
  case 'short-length':
    send(frame(id, 17, Buffer.alloc(0), 2));
    break;
  case 'flood':
    for (;;) send(Buffer.alloc(65536, 1));
  case 'log-flood':
    for (;;) send(frame(id, 19, text('x'.repeat(4000))));
  case 'log-not-text':
    send(frame(id, 19, nothing));
    break;
  case 'silence':
    break;
  case 'exit':
    process.exit(0);
    break;
  case 'own-death':
    process.kill(process.pid, 'SIGKILL');
    break;
  case 'nothing-works': {
    for (let at = { id }; ; at = read()) send(frame(at.id, 17, nothing));
  }
  case 'garbage-value':
    send(frame(id, 17, Buffer.from([8, 255, 255, 255, 255, 9, 9])));
    break;
  case 'deep-value':
    send(frame(id, 17, Buffer.concat(Array.from({ length: 1000 }, () => Buffer.from([8, 1, 0, 0, 0])))));
    break;
  case 'callback-never-given':
    send(frame(id, 18, nothing));
    break;
  case 'callback-storm':
    for (let at = { id }; ; at = read()) send(frame(at.id, 18, nothing));
  case 'ready-again':
    send(frame(id, 16));
    break;
  case 'fork': {
    // One in the same group of processes, one that has left it.
    for (const detached of [false, true])
      require('node:child_process')
        .spawn('/bin/sleep', ['1000'], { stdio: 'ignore', detached })
        .on('error', () => {});
    setTimeout(() => send(frame(id, 17, Buffer.from([0]))), 300);
    break;
  }
  default:
    process.exit(3);
}
if (trick !== 'fork') read();
