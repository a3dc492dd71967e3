// The broker process: owns the Dawn device, outside the jail, so that what runs in there never meets a driver. Started by the judge; ends
// with it, when the pipe between them closes. Commands come as frames on descriptor 3 and are checked in session.ts.
import { Socket } from 'node:net';
import { encodeFrame, type Frame, FrameDecoder } from '../protocol/frame.ts';
import { batchBytesMax } from '#engine/device/webgpu/remote/protocol.ts';
import { Broker } from './broker.ts';
import { Devices } from './devices.ts';
import { brokerOptionsSchema, FromBroker, type Hello, ToBroker } from './messages.ts';
import { warmUp } from './warm-up.ts';

/** Only another start mends it; an orderly end would wait for the device. */
const endHung = (): void => void process.kill(process.pid, 'SIGKILL');
const options = brokerOptionsSchema.parse(JSON.parse(process.argv[2] ?? '{}'));
const pipe = new Socket({ fd: 3, readable: true, writable: true });
const text = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const send = (kind: number, payload: Uint8Array, id = 0): void => void pipe.write(encodeFrame({ id, kind, payload }));
pipe.on('close', () => process.exit());
pipe.on('error', () => process.exit());
// A terminal's Ctrl-C reaches the whole group; the judge decides when we end.
process.on('SIGINT', () => {});

/** Held for good: collecting it takes Dawn away under its devices. */
let gpu: GPU;

async function start(): Promise<void> {
  let devices: Devices;
  try {
    const { create } = await import('webgpu'); // here, so that a platform without it is an answer and not a crash
    gpu = create([]);
    devices = await Devices.open(gpu, options);
  } catch (error) {
    const hello: Hello = { missing: error instanceof Error ? error.message : String(error) };
    send(FromBroker.hello, text(hello));
    pipe.end();
    return;
  }
  const broker = new Broker(devices, { batchMsMax: options.batchMsMax, onHang: endHung });
  const take = ({ id, kind, payload }: Frame): boolean => {
    switch (kind) {
      case ToBroker.exchange:
        broker.exchange(id, payload).then((answer) => send(FromBroker.answer, answer, id), endHung);
        break;
      case ToBroker.end:
        void broker.end(id);
        break;
      case ToBroker.status:
        void broker.status().then((status) => send(FromBroker.status, text(status), id));
        break;
      case ToBroker.lose:
        if (options.mayLose) void broker.lose(id);
        break;
    }
    return true;
  };
  const decoder = new FrameDecoder(() => batchBytesMax);
  pipe.on('data', (chunk: Buffer) => decoder.push(chunk, take));
  const hello: Hello = { adapter: devices.adapter };
  send(FromBroker.hello, text(hello));
  await warmUp(devices, () => broker.sessions > 0).catch(() => {}); // whoever comes first compiles for himself then
}

await start();
