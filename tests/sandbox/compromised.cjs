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
send(frame(0, 16));
const { id, payload } = read();
const trick =
  /TRICK:([a-z-]+)/.exec(payload.toString('utf16le', 5))?.[1] ??
  /TRICK:([a-z-]+)/.exec(payload.toString('latin1').replaceAll('\0', ''))?.[1];
switch (trick) {
  case 'verdict-words':
    send(Buffer.from('{"verdict":"AC","score":3}\n'));
    break;
  case 'thousand-results':
    for (let i = 0; i < 1000; i++) send(frame(i, 17, nothing));
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
