import { closeSync, existsSync, fstatSync, mkdtempSync, readdirSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PipeMaker } from '#sandbox/jail/pipes.ts';
import { AskClock } from '#sandbox/jail/ask-clock.ts';

describe('the clock of a line', () => {
  test('runs for the candidate while it is asked, and for the judge in between', () => {
    const clock = new AskClock();
    clock.reset();
    clock.beginTest();
    expect([clock.tests, clock.isCandidatesTurn, clock.candidateMs()]).toStrictEqual([1, false, 0]);
    clock.asked();
    expect([clock.isCandidatesTurn, clock.judgeMs()]).toStrictEqual([true, 0]);
    const waited = clock.candidateMs();
    clock.answered();
    const used = clock.candidateMs();
    expect(used).toBeGreaterThanOrEqual(waited);
    expect(clock.candidateMs()).toBe(used);
    // What the other thread sees.
    expect(new AskClock(clock.memory).candidateMs()).toBe(used);
    clock.beginTest();
    expect([clock.tests, clock.candidateMs()]).toStrictEqual([2, 0]);
  });
  test('begins anew with each submission', () => {
    const clock = new AskClock();
    clock.beginTest();
    clock.asked();
    clock.stop();
    clock.reset();
    expect([clock.tests, clock.isCandidatesTurn, clock.stopped]).toStrictEqual([0, false, false]);
  });
});

describe('pipes', () => {
  test('carry what is written both ways, and let a reader look up', () => {
    const maker = new PipeMaker();
    const pipes = maker.make();
    const read = Buffer.alloc(8);
    writeSync(pipes.to, 'asked');
    expect(read.toString('latin1', 0, readSync(pipes.child.stdin, read))).toBe('asked');
    writeSync(pipes.child.stdout, 'answer');
    expect(read.toString('latin1', 0, readSync(pipes.from, read))).toBe('answer');
    pipes.wake();
    expect(readSync(pipes.from, read)).toBe(1);
    // Nobody reads any more; and what is full is woken by nobody, at once.
    pipes.closeChildEnds();
    expect(() => writeSync(pipes.to, 'asked')).toThrow('EPIPE');
    for (let i = 0; i < 2 ** 17; i++) pipes.wake();
    closeSync(pipes.fromReady);
    pipes.close();
    pipes.wake();
    maker.close();
  });
  test('have no name once they are open, and the maker leaves nothing behind', () => {
    const place = mkdtempSync(join(tmpdir(), 'gradgym-line-'));
    const maker = new PipeMaker(place);
    const made = Array.from({ length: 80 }, () => maker.make());
    const [folder = ''] = readdirSync(place);
    expect(made.every(({ to, from }) => fstatSync(to).isFIFO() && fstatSync(from).isFIFO())).toBe(true);
    // The names that wait for the next ones.
    expect(readdirSync(join(place, folder)).length).toBeLessThan(2 * made.length);
    for (const pipes of made) {
      pipes.closeChildEnds();
      closeSync(pipes.fromReady);
      pipes.close();
    }
    maker.close();
    expect(existsSync(join(place, folder))).toBe(false);
    rmSync(place, { recursive: true });
  });
});
