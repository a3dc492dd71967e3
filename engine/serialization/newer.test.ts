// What PyTorch after 1.13 writes, byte by byte, for no such version is at hand: extra records, new rebuild functions.
import { describe, expect, test } from 'vitest';
import torch, { type Tensor } from '../index.ts';
import { Parameter } from '../nn/parameter.ts';
import { writeZip } from './zip.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const unicode = (text: string): string => `X${String.fromCharCode(text.length)}\0\0\0${text}`;
const storage = (type: string, numel: number, location = 'cpu'): string =>
  `(${unicode('storage')}c${type}\n${unicode('0')}${unicode(location)}K${String.fromCharCode(numel)}tQ`;
const two = 'K\x02\x85K\x01\x85'; // size (2,), stride (1,)
const hooks = 'ccollections\nOrderedDict\n)R';
const v2On = (location: string): string =>
  `ctorch._utils\n_rebuild_tensor_v2\n(${storage('torch\nFloatStorage', 2, location)}K\0${two}\x89${hooks}tR`;
const v2 = v2On('cpu');
const archive = (pickle: string): Uint8Array =>
  writeZip([
    { name: 'model/data.pkl', bytes: latin(`\x80\x02${pickle}.`) },
    { name: 'model/.format_version', bytes: latin('1') },
    { name: 'model/.storage_alignment', bytes: latin('64') },
    { name: 'model/byteorder', bytes: latin('little') },
    { name: 'model/data/0', bytes: new Uint8Array(Float32Array.of(1.5, -2).buffer) },
    { name: 'model/version', bytes: latin('3\n') },
    { name: 'model/.data/serialization_id', bytes: latin('1234567890') },
  ]);
const load = (pickle: string): Tensor => torch.load(archive(pickle)) as Tensor;

describe('checkpoints of newer PyTorch', () => {
  test.each([
    ['torch.FloatStorage', v2],
    [
      'torch.storage.UntypedStorage and _rebuild_tensor_v3',
      `ctorch._utils\n_rebuild_tensor_v3\n(${storage('torch.storage\nUntypedStorage', 8)}K\0${two}\x89${hooks}ctorch\nfloat32\nNtR`,
    ],
    [
      '_rebuild_from_type_v2 of a tensor',
      `ctorch._tensor\n_rebuild_from_type_v2\n(ctorch._utils\n_rebuild_tensor_v2\nctorch\nTensor\n(${storage('torch\nFloatStorage', 2)}K\0${two}\x89${hooks}t}tR`,
    ],
  ])('%s', (_, pickle) => {
    const t = load(pickle);
    expect([t.dtype, t.tolist()]).toEqual([torch.float32, [1.5, -2]]);
  });
  test('_rebuild_parameter_with_state', () => {
    const p = load(`ctorch._utils\n_rebuild_parameter_with_state\n(${v2}\x88${hooks}}tR`);
    expect(p).toBeInstanceOf(Parameter);
    expect([p.requires_grad, p.tolist()]).toEqual([true, [1.5, -2]]);
  });
  test('tensors of a GPU come to the CPU only when map_location says so', () => {
    const file = archive(v2On('cuda:0'));
    expect(() => torch.load(file)).toThrow('Attempting to deserialize object on a CUDA device');
    for (const where of ['cpu', { 'cuda:0': 'cpu' }])
      expect((torch.load(file, where) as Tensor).tolist()).toEqual([1.5, -2]);
  });
  test('dtypes that are not here are refused by name', () => {
    const v3 = `ctorch._utils\n_rebuild_tensor_v3\n(${storage('torch.storage\nUntypedStorage', 8)}K\0${two}\x89${hooks}ctorch\nuint16\nNtR`;
    expect(() => load(v3)).toThrow('of a kind that is not supported here: "torch.uint16"');
  });
  test('an untyped storage that two dtypes use is refused, not read wrongly', () => {
    const as = (dtype: string): string =>
      `ctorch._utils\n_rebuild_tensor_v3\n(${storage('torch.storage\nUntypedStorage', 8)}K\0${two}\x89${hooks}ctorch\n${dtype}\nNtR`;
    expect(() => load(`${as('float32')}${as('int32')}\x86`)).toThrow("storage '0' is used with two dtypes");
  });
});
