// A lock between processes of one clone: a file that names its holder. One whose holder has died is free.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { say } from './report.js';

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** When a process began, as the system tells it: a number reused by another process has another beginning. */
export function beginning(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

export function holderOf(file) {
  let holder;
  try {
    holder = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
  return Number.isInteger(holder.pid) && isAlive(holder.pid) && beginning(holder.pid) === holder.began
    ? holder.pid
    : undefined;
}

/** Takes the lock, or returns the process that holds it. */
export function tryLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, began: beginning(process.pid) });
  // Written beside and linked into place: nobody ever reads half a lock.
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, mine);
  try {
    for (;;) {
      try {
        fs.linkSync(draft, file);
        return { release: () => fs.rmSync(file, { force: true }) };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
        const holder = holderOf(file);
        if (holder !== undefined) return { holder };
        fs.rmSync(file, { force: true });
      }
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Waits for the lock and holds it during `work`. */
export async function withLock(file, work) {
  let lock = tryLock(file);
  if (lock.release === undefined) say(`  Waiting for process ${lock.holder}, which is at the same step`);
  while (lock.release === undefined) {
    await delay(200);
    lock = tryLock(file);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
