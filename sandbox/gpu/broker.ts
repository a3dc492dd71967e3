// The sessions of a broker, whoever carries their commands: each on a device of its own, each ended when its engine is.
import type { BrokerStatus } from './messages.ts';
import type { Devices, OwnedDevice } from './devices.ts';
import { Session, type SessionLimits } from './session.ts';

/** Steps of one kernel: some seconds of it at worst. */
const kernelWorkMax = { software: 2 ** 36, real: 2 ** 44 } as const;
/** Of a part of a batch, unless one kernel alone has more. */
const partShare = 2 ** -4;

interface Open {
  readonly session: Promise<Session>;
  /** Settles when what it does now is done. */
  working: Promise<unknown>;
}

export class Broker {
  readonly #devices: Devices;
  readonly #limits: SessionLimits;
  readonly #open = new Map<number, Open>();
  readonly #onHang: () => void;

  /** @param onHang something on the device does not end, though its session has */
  constructor(
    devices: Devices,
    {
      batchMsMax,
      onHang,
      workMax = kernelWorkMax[devices.adapter.isSoftware ? 'software' : 'real'],
    }: { batchMsMax: number; onHang: () => void; workMax?: number },
  ) {
    this.#devices = devices;
    this.#onHang = onHang;
    const { memoryBytesMax } = devices.adapter;
    this.#limits = { bytesMax: memoryBytesMax, workMax, partWork: workMax * partShare, batchMsMax };
  }

  /** The session begins with its first batch. */
  async exchange(id: number, batch: Uint8Array): Promise<Uint8Array> {
    const open = this.#open.get(id) ?? this.#begin(id);
    const answer = open.working.then(() => open.session).then((session) => session.exchange(batch));
    open.working = answer.catch(() => {});
    return answer;
  }
  #begin(id: number): Open {
    const session = this.#devices.take().then((owned) => new Session(owned, this.#limits));
    session.catch(() => {});
    const open: Open = { session, working: Promise.resolve() };
    this.#open.set(id, open);
    return open;
  }

  /** Frees all it held, as soon as the part of a batch is done that is under way. */
  async end(id: number): Promise<void> {
    const open = this.#open.get(id);
    if (!open) return;
    this.#open.delete(id);
    let owned: OwnedDevice;
    try {
      const session = await open.session;
      session.end();
      ({ owned } = session);
    } catch {
      return;
    }
    await open.working;
    try {
      await this.#devices.giveBack(owned, this.#limits.batchMsMax);
    } catch {
      // Neither has the driver given it up: only the end of this process ends it.
      this.#onHang();
    }
  }

  async lose(id: number): Promise<void> {
    (await this.#open.get(id)?.session)?.owned.lose();
  }

  async status(): Promise<BrokerStatus> {
    const sessions = await Promise.all([...this.#open.values()].map(({ session }) => session.catch(() => null)));
    return {
      sessions: this.#open.size,
      bytes: sessions.reduce((sum, session) => sum + (session?.bytes ?? 0), 0),
      idleDevices: this.#devices.idle,
    };
  }
}
