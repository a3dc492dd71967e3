// A jailed process wholly in the attacker's hands, which knows how to speak to the GPU. The submission's text says which trick to play.
const { readSync, writeSync } = require('node:fs');

const up = { ready: 16, gpu: 22 };
function send(id, kind, payload = Buffer.alloc(0)) {
  const bytes = Buffer.alloc(9 + payload.length);
  bytes.writeUInt32LE(payload.length + 5, 0);
  bytes.writeUInt32LE(id, 4);
  bytes[8] = kind;
  payload.copy(bytes, 9);
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}
function take(count) {
  const bytes = Buffer.alloc(count);
  for (let at = 0; at < count; ) {
    const got = readSync(0, bytes, at, count - at, null);
    if (got === 0) process.exit(0);
    at += got;
  }
  return bytes;
}
function receive() {
  const head = take(9);
  return { id: head.readUInt32LE(4), kind: head[8], payload: take(head.readUInt32LE(0) - 5) };
}
const words = (...list) => Buffer.from(Uint32Array.from(list).buffer);

send(0, up.ready);
const { id, payload } = receive();
const source = payload.toString('utf16le') + payload.subarray(1).toString('utf16le');
const plays = (name) => source.includes(name);

if (plays('two at once')) {
  send(id, up.gpu, words(1, 1, 16));
  send(id, up.gpu, words(1, 2, 16));
} else if (plays('another id')) send(id ^ 1, up.gpu, words(1, 1, 16));
else if (plays('garbage for ever'))
  for (;;) {
    send(id, up.gpu, Buffer.alloc(1 << 16, 0xab));
    receive();
  }
else if (plays('works and dies')) {
  send(id, up.gpu, words(1, 1, 1 << 26));
  receive();
  send(id, up.gpu, words(8, 1, 0, 1 << 20));
  process.exit(3);
} else if (plays('an ordinary answer')) {
  send(id, up.gpu, words(1, 1, 16));
  const { kind, payload: answer } = receive();
  // Done, and nothing with it: then it claims to have loaded.
  process.exit(kind === 4 && answer.length === 4 && answer[0] === 0 ? 0 : 9);
}
for (;;) receive();
