import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EnvironmentError, environmentSchema, parseEnvironment } from './environment.ts';

describe('the environment', () => {
  test('needs nothing: every variable has a default or may be absent', () => {
    expect(parseEnvironment({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', GRADGYM_DATA_DIR: '.data' });
  });

  test('takes an empty value for an absent one', () => {
    expect(parseEnvironment({ PORT: '', DATABASE_URL: '' })).toEqual(parseEnvironment({}));
  });

  test('leaves the number of slots to the machine when nobody says it', () => {
    expect(parseEnvironment({}).GRADGYM_WORKER_SLOTS).toBeUndefined();
    expect(parseEnvironment({ GRADGYM_WORKER_SLOTS: '3' }).GRADGYM_WORKER_SLOTS).toBe(3);
  });

  test.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '0'],
    ['DATABASE_URL', 'mysql://localhost/gym'],
    ['DATABASE_URL', 'not an address'],
    ['GRADGYM_SECRET', 'short'],
    ['GRADGYM_ORIGIN', 'gym.example.org'],
    ['GRADGYM_WORKER_SLOTS', '0'],
    ['GRADGYM_WEB_CONNECTIONS_MAX', '1.5'],
    ['GRADGYM_LOG_LEVEL', 'loud'],
  ])('is refused by the name of the variable when %s is "%s"', (name, value) => {
    expect(() => parseEnvironment({ [name]: value })).toThrow(EnvironmentError);
    expect(() => parseEnvironment({ [name]: value })).toThrow(new RegExp(`\\n {2}${name} must `));
  });

  test('tells of every wrong variable at once', () => {
    expect(() => parseEnvironment({ PORT: 'x', GRADGYM_SECRET: 'x' })).toThrow(/PORT.*\n.*GRADGYM_SECRET/);
  });

  test('is listed in .env.example, every variable and no other', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const listed = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map((match) => match[1]);
    const ofTests = ['GRADGYM_BROWSER'];
    expect(listed.toSorted()).toEqual([...Object.keys(environmentSchema.shape), ...ofTests].toSorted());
  });
});
