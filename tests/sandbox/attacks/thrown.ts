// Errors that attack whoever reads them, or that claim to be something else.
import { type Attack, call } from './attack.ts';

const withGetter = (name: string): string =>
  `throw Object.defineProperty(new Error('q'), '${name}', { get() { for (;;); } });`;

export const thrown: readonly Attack[] = [
  call('throw.null', 'RE', 'throw null;'),
  call('throw.undefined', 'RE', 'throw undefined;'),
  call('throw.symbol', 'RE', "throw Symbol('s');"),
  call('throw.func', 'RE', 'throw () => { for (;;); };'),
  call('throw.plainobj', 'RE', "throw { name: 'AC', message: 'PASS', verdict: 'AC', value: null };"),
  call('throw.hugemsg', 'RE', "throw new Error('x'.repeat(50_000_000));"),
  call('throw.msg.getter', 'TLE', withGetter('message')),
  call('throw.stack.getter', 'TLE', withGetter('stack')),
  call('throw.name.getter', 'TLE', withGetter('name')),
  call('throw.ctor.getter', 'RE', withGetter('constructor')),
  call('throw.proxy', 'TLE', 'throw new Proxy(new Error(), { get() { for (;;); } });'),
  call(
    'throw.msg.toPrimitive',
    'RE',
    'throw Object.assign(new Error(), { message: { [Symbol.toPrimitive]() { for (;;); } } });',
  ),
  call('throw.prepareStackTrace', 'RE', 'Error.prepareStackTrace = () => { for (;;); }; throw new Error();'),
  call('throw.prepareStackTrace.rt', 'RE', "Reflect.set(Error, 'prepareStackTrace', () => { for (;;); }); null.x;"),
  call(
    'throw.prepareStackTrace.val',
    'RE',
    "Reflect.defineProperty(Error, 'prepareStackTrace', { value: (_, frames) => frames }); throw new Error('v');",
  ),
  call('throw.fake.timeout', 'RE', "throw new Error('Script execution timed out.');"),
  call('throw.fake.memory', 'RE', "throw new RangeError('Isolate was disposed during execution due to memory limit');"),
  call('throw.reject.unhandled', 'RE', "Promise.reject(new Error('late'));"),
];
