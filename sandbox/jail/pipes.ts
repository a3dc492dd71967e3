// The two pipes between a judge thread and a jailed process. Node makes sockets that never block; a thread that has nothing else to do
// is faster when it blocks itself, so these are made by name, opened by both sides, and lose their names at once.
import { execFile, execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { O_RDONLY, O_WRONLY, O_NONBLOCK } = constants;

/** Descriptors of the judge's; open until `close` but where said. */
export interface Pipes {
  /** What is written here, the jailed process reads. Blocks. */
  readonly to: number;
  /** What the jailed process writes. Blocks. */
  readonly from: number;
  /** The same end as `from`, for a loop that must not block. The caller's to close. */
  readonly fromReady: number;
  /** The jailed process's own ends. */
  readonly child: { readonly stdin: number; readonly stdout: number };
  /** Once, when it has them or there will be none. */
  closeChildEnds(): void;
  /** Makes a reader of `from` look up. Never blocks. */
  wake(): void;
  close(): void;
}

const batch = 64;

/** Makes pipes, with names for more in stock: making a name takes a process. */
export class PipeMaker {
  private readonly folder: string;
  private readonly names: string[] = [];
  private made = 0;
  private making = false;

  constructor(place = tmpdir()) {
    this.folder = mkdtempSync(join(place, 'gradgym-pipes-'));
    process.once('exit', () => this.close());
  }

  make(): Pipes {
    if (this.names.length < 2) {
      const { args, paths } = this.nextBatch();
      execFileSync('mkfifo', args);
      this.names.push(...paths);
    }
    const [toPath = '', fromPath = ''] = this.names.splice(0, 2);
    this.restock();
    return open(toPath, fromPath);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private restock(): void {
    if (this.making || this.names.length > batch / 2) return;
    this.making = true;
    const { args, paths } = this.nextBatch();
    execFile('mkfifo', args, (error) => {
      this.making = false;
      // Without them the next `make` makes its own, and says what is wrong.
      if (!error) this.names.push(...paths);
    });
  }

  private nextBatch(): { args: string[]; paths: string[] } {
    const paths = Array.from({ length: batch }, () => join(this.folder, String(this.made++)));
    return { args: ['-m', '600', ...paths], paths };
  }
}

function open(toPath: string, fromPath: string): Pipes {
  // An end opens only once there is the other; a reader that does not block is the one that can be first.
  const opener = openSync(toPath, O_RDONLY | O_NONBLOCK);
  const to = openSync(toPath, O_WRONLY);
  const stdin = openSync(toPath, O_RDONLY);
  closeSync(opener);
  const fromReady = openSync(fromPath, O_RDONLY | O_NONBLOCK);
  const waker = openSync(fromPath, O_WRONLY | O_NONBLOCK);
  const stdout = openSync(fromPath, O_WRONLY);
  const from = openSync(fromPath, O_RDONLY);
  unlinkSync(toPath);
  unlinkSync(fromPath);
  let closed = false;
  return {
    to,
    from,
    fromReady,
    child: { stdin, stdout },
    closeChildEnds: () => {
      for (const descriptor of [stdin, stdout]) closeSync(descriptor);
    },
    wake: () => {
      try {
        if (!closed) writeSync(waker, '\0');
      } catch {
        // It is full: whoever reads is not asleep.
      }
    },
    close: () => {
      if (closed) return;
      closed = true;
      for (const descriptor of [to, from, waker]) closeSync(descriptor);
    },
  };
}
