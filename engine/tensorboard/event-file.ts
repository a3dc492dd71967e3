import { encode, fileVersion, type LoggedEvent } from './event.ts';
import { frame } from './records.ts';

let filesMade = 0;

/** One event file: a directory, a name that no other has, and its records. */
export class EventFile {
  readonly directory: string;
  readonly path: string;
  readonly events: LoggedEvent[] = [];
  readonly #opened: number;

  /** @param opened seconds since 1970 */
  constructor(directory: string, opened: number, suffix: string) {
    this.directory = directory;
    this.#opened = opened;
    const time = String(Math.floor(opened)).padStart(10, '0');
    this.path = `${directory}/events.out.tfevents.${time}.gradgym.0.${filesMade++}${suffix}`;
  }
  add(event: LoggedEvent): void {
    this.events.push(event);
  }
  bytes(): Uint8Array {
    const records = [fileVersion(this.#opened), ...this.events.flatMap(encode)].map(frame);
    const file = new Uint8Array(records.reduce((size, record) => size + record.length, 0));
    let at = 0;
    for (const record of records) {
      file.set(record, at);
      at += record.length;
    }
    return file;
  }
}
