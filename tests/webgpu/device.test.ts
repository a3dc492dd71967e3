// What a program sees of the GPU: its names, its memory, and how it refuses what it cannot do.
import { afterEach, describe, expect, test } from 'vitest';
import torch, { nn, optim } from '#engine/index.ts';
import { gpu } from './gpu.ts';

const { cuda } = torch;

describe('the device', () => {
  test('is there, and a tensor on it says cuda:0 whichever of its names was used', () => {
    expect([cuda.is_available(), cuda.device_count(), cuda.current_device()]).toEqual([true, 1, 0]);
    expect(cuda.get_device_name()).toBe(gpu.transport.adapter.name);
    for (const name of ['cuda', 'cuda:0', 'webgpu']) {
      const x = torch.ones(2).to(name);
      expect([x.device, x.is_cuda, x.add(1).device, x.cpu().device]).toEqual(['cuda:0', true, 'cuda:0', 'cpu']);
    }
    expect(String(torch.tensor([1, 2.5], { device: 'cuda' }))).toBe("tensor([1.0000, 2.5000], device='cuda:0')");
  });

  test('keeps NaN, infinities and signed zeros through arithmetic and comparisons', () => {
    const values = [Number.NaN, Infinity, -Infinity, 0, -0, 1];
    const x = torch.tensor(values, { device: 'cuda' });
    expect(x.tolist()).toEqual(values);
    expect(x.isnan().tolist()).toEqual([true, false, false, false, false, false]);
    expect(x.eq(x).tolist()).toEqual([false, true, true, true, true, true]);
    expect(x.ne(x).tolist()).toEqual([true, false, false, false, false, false]);
    expect(x.clamp(-2, 2).tolist()).toEqual([Number.NaN, 2, -2, 0, -0, 1]);
    expect(x.neg().tolist()).toEqual([Number.NaN, -Infinity, Infinity, -0, 0, -1]);
    expect(x.max().item()).toBe(Number.NaN);
    expect(x.exp().at('1:3').tolist()).toEqual([Infinity, 0]);
  });

  test('holds small integers and 16-bit floats as their dtypes do', () => {
    const bytes = torch.tensor([250, 5], { dtype: torch.uint8, device: 'cuda' });
    expect(bytes.add(10).tolist()).toEqual([4, 15]);
    const small = torch.tensor([127, -128], { dtype: torch.int8, device: 'cuda' });
    expect(small.add(1).tolist()).toEqual([-128, -127]);
    const half = torch.tensor([2049, 1e5, 1e-8], { device: 'cuda' }).to(torch.float16);
    expect(half.tolist()).toEqual([2048, Infinity, 0]);
    expect(torch.tensor([257], { device: 'cuda' }).to(torch.bfloat16).tolist()).toEqual([256]);
  });

  test('draws the same random numbers as the CPU', () => {
    const drawn = (device: string) => {
      torch.manual_seed(7);
      return [torch.randn(20, { device }), torch.rand(3, { device }), torch.randperm(9, { device })].map((t) =>
        t.tolist(),
      );
    };
    expect(drawn('cuda')).toEqual(drawn('cpu'));
  });
});

describe('what it refuses', () => {
  test('float64, by name and with what to do', () => {
    expect(() => torch.ones(2, { dtype: torch.float64 }).to('cuda')).toThrow(/float64.*\.to\(torch\.float32\)/);
  });
  test('int64 beyond 32 bits', () => {
    expect(() => torch.tensor([2 ** 40]).to('cuda')).toThrow('int64 value 1099511627776 is too large for the GPU');
  });
  test('tensors of two devices in one operator', () => {
    expect(() => torch.ones(2).add(torch.ones(2).to('cuda'))).toThrow('cuda:0');
  });
  test('an index out of range, when something is read', () => {
    const x = torch.ones(3, { device: 'cuda' });
    const bad = x.gather(0, torch.tensor([7], { device: 'cuda' }));
    expect(() => bad.tolist()).toThrow(/index 7 is out of bounds for dimension with size 3/);
    expect(x.tolist()).toEqual([1, 1, 1]);
  });
});

describe('memory', () => {
  afterEach(() => cuda.set_per_process_memory_fraction(1));

  test('is counted in bytes and given back when it is garbage', () => {
    cuda.empty_cache();
    const before = cuda.memory_allocated();
    const kept = torch.zeros(1000, 1000, { device: 'cuda' });
    expect(cuda.memory_allocated() - before).toBe(4_000_000);
    (() => void torch.zeros(1000, 1000, { device: 'cuda' }))();
    expect(cuda.max_memory_allocated()).toBeGreaterThanOrEqual(before + 8_000_000);
    cuda.empty_cache();
    expect(cuda.memory_allocated() - before).toBe(4_000_000);
    expect(kept.sum().item()).toBe(0);
  });

  test('a tensor that does not fit throws OutOfMemoryError, and work goes on', () => {
    cuda.empty_cache();
    cuda.set_per_process_memory_fraction(0.01);
    const wanted = Math.ceil((gpu.memory.bytesMax - cuda.memory_reserved()) / 4) + 1000;
    expect(() => torch.zeros(wanted, { device: 'cuda' })).toThrow(cuda.OutOfMemoryError);
    expect(torch.ones(4, { device: 'cuda' }).sum().item()).toBe(4);
  });

  test('what is reused reads as zeros where nothing was written', () => {
    const dirty = () => void torch.full([64, 64], 7, { device: 'cuda' });
    for (let i = 0; i < 3; i++) {
      dirty();
      gpu.memory.collect();
      expect(torch.empty(64, 64, { device: 'cuda' }).abs().sum().item()).toBe(0);
    }
  });

  test('500 training steps keep it flat', () => {
    torch.manual_seed(0);
    const model = new nn.Sequential(new nn.Linear(64, 256), new nn.ReLU(), new nn.Linear(256, 4)).to('cuda');
    const optimizer = new optim.Adam(model.parameters(), { lr: 1e-3 });
    const x = torch.randn(64, 64).to('cuda');
    const y = torch.randint(0, 4, [64]).to('cuda');
    let most = 0;
    let last = Number.NaN;
    let first = Number.NaN;
    for (let step = 0; step < 500; step++) {
      optimizer.zero_grad();
      const loss = nn.functional.cross_entropy(model(x), y);
      loss.backward();
      optimizer.step();
      if (step === 0) first = loss.item();
      if (step % 50 === 49) {
        last = loss.item();
        most = Math.max(most, cuda.memory_reserved());
      }
    }
    expect(last).toBeLessThan(first / 2);
    // The 64 MiB after which garbage is collected, and what lives.
    expect(most).toBeLessThan(100 * 2 ** 20);
    cuda.empty_cache();
    expect(cuda.memory_allocated()).toBeLessThan(8 * 2 ** 20);
  });
});

describe('events', () => {
  const event = () => new cuda.Event({ enable_timing: true });
  test('measure what was done between them, on one clock', () => {
    const x = torch.ones(256, 256, { device: 'cuda' });
    const [first, second, third] = [event(), event(), event()];
    first.record();
    for (let i = 0; i < 5; i++) x.matmul(x);
    second.record();
    for (let i = 0; i < 50; i++) x.matmul(x);
    third.record();
    third.synchronize();
    const [few, many] = [first.elapsed_time(second), second.elapsed_time(third)];
    expect(few).toBeGreaterThan(0);
    expect(many).toBeGreaterThan(few);
    expect(first.elapsed_time(third)).toBeCloseTo(few + many, 3);
    expect(third.elapsed_time(first)).toBeLessThan(0);
  });
  test('refuse what cannot be measured', () => {
    const recorded = event();
    recorded.record();
    expect(() => recorded.elapsed_time(event())).toThrow('Both events must be recorded');
    const untimed = new cuda.Event();
    untimed.record();
    expect(() => recorded.elapsed_time(untimed)).toThrow('enable_timing');
  });
});
