// What a program sees of the GPU: its names, its memory, and how it refuses what it cannot do.
import { afterEach, describe, expect, test } from 'vitest';
import torch, { nn, optim, type Tensor } from '#engine/index.ts';
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

  test('is where tensors are made that are told no device, once it is the default', () => {
    torch.set_default_device('cuda');
    try {
      expect(torch.get_default_device()).toBe('cuda:0');
      const made = [torch.ones(2), torch.tensor([1, 2]), torch.arange(3), torch.randn(2), new nn.Linear(2, 2).weight];
      expect(made.map(({ device }) => device)).toEqual(new Array(5).fill('cuda:0'));
      expect(torch.zeros_like(torch.ones(2, { device: 'cpu' })).device).toBe('cpu');
      // The memory of an array is the CPU's, whatever the default.
      expect(
        torch
          .from_numpy(new Float32Array([1, 2]))
          .add(1)
          .tolist(),
      ).toEqual([2, 3]);
    } finally {
      torch.set_default_device('cpu');
    }
    expect(torch.ones(2).device).toBe('cpu');
  });

  test('is copied to and from: values, checkpoints of a model and of its optimizer', () => {
    const there = torch.zeros(2, 3, { device: 'cuda' });
    there.copy_(torch.tensor([1.5, 2, 3], { dtype: torch.float64 }));
    expect(there.tolist()).toEqual([
      [1.5, 2, 3],
      [1.5, 2, 3],
    ]);
    expect(torch.zeros(3).copy_(there.at(0)).tolist()).toEqual([1.5, 2, 3]);
    const make = (device: string) => {
      const model = new nn.Linear(3, 2).to(device);
      const optimizer = new optim.Adam(model.parameters());
      model(torch.ones(1, 3, { device }))
        .sum()
        .backward();
      optimizer.step();
      return { model, optimizer };
    };
    const [here, other] = [make('cpu'), make('cuda')];
    other.model.load_state_dict(here.model.state_dict());
    other.optimizer.load_state_dict(here.optimizer.state_dict());
    const moments = [...other.optimizer.state.values()].map((state) => state['exp_avg']);
    expect(moments.map((t) => (t as Tensor).device)).toEqual(['cuda:0', 'cuda:0']);
    other.optimizer.step();
    here.optimizer.step();
    expect(other.model.weight.grad?.device).toBe('cuda:0');
    torch.testing.assert_close(other.model.weight.cpu(), here.model.weight, { rtol: 1e-5, atol: 1e-6 });
  });

  test('is where a file puts back what was saved from it, unless map_location says otherwise', () => {
    const bytes = torch.save({ here: torch.ones(2), there: torch.ones(2).to('cuda') });
    const devices = (found: unknown): string[] => Object.values(found as Record<string, Tensor>).map((t) => t.device);
    expect(devices(torch.load(bytes))).toEqual(['cpu', 'cuda:0']);
    expect(devices(torch.load(bytes, 'cpu'))).toEqual(['cpu', 'cpu']);
    expect(devices(torch.load(bytes, { 'cuda:0': 'cpu', cpu: 'cuda' }))).toEqual(['cuda:0', 'cpu']);
    const model = new nn.Linear(3, 2).to('cuda');
    const x = torch.ones(1, 3).to('cuda');
    const loaded = torch.jit.load(torch.jit.save(torch.jit.trace(model, x)));
    torch.testing.assert_close(loaded(x) as Tensor, model(x));
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

  test('10,000 training steps keep it flat', () => {
    torch.manual_seed(0);
    const model = new nn.Sequential(new nn.Linear(4, 16), new nn.ReLU(), new nn.Linear(16, 3)).to('cuda');
    const optimizer = new optim.SGD(model.parameters(), { lr: 0.05 });
    const x = torch.randn(8, 4).to('cuda');
    const y = torch.randint(0, 3, [8]).to('cuda');
    const reserved: number[] = [];
    const losses: number[] = [];
    for (let step = 1; step <= 10_000; step++) {
      optimizer.zero_grad();
      const loss = nn.functional.cross_entropy(model(x), y);
      loss.backward();
      optimizer.step();
      if (step % 1000 !== 0) continue;
      losses.push(loss.item());
      reserved.push(cuda.memory_reserved());
    }
    expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) / 5);
    // What one collection leaves until the next, and no more at the end than after the first thousand.
    expect(Math.max(...reserved) - (reserved[0] ?? 0)).toBeLessThan(2 ** 20);
    cuda.empty_cache();
    expect(cuda.memory_allocated()).toBeLessThan(2 ** 20);
  });

  test('large tensors in a loop keep it flat', () => {
    const model = new nn.Linear(512, 512).to('cuda');
    const optimizer = new optim.SGD(model.parameters(), { lr: 0.01 });
    const x = torch.randn(512, 512).to('cuda');
    let most = 0;
    for (let step = 0; step < 60; step++) {
      optimizer.zero_grad();
      model(x).square().mean().backward();
      optimizer.step();
      most = Math.max(most, cuda.memory_reserved());
    }
    // The 64 MiB after which garbage is collected, and what lives.
    expect(most).toBeLessThan(100 * 2 ** 20);
  });
});

describe('events', () => {
  const event = () => new cuda.Event({ enable_timing: true });
  test('measure what was done between them, on one clock', () => {
    const x = torch.ones(64, 64, { device: 'cuda' });
    const [first, second, third] = [event(), event(), event()];
    first.record();
    for (let i = 0; i < 3; i++) x.matmul(x);
    second.record();
    for (let i = 0; i < 60; i++) x.matmul(x);
    third.record();
    third.synchronize();
    const [few, many] = [first.elapsed_time(second), second.elapsed_time(third)];
    expect(few).toBeGreaterThan(0);
    expect(many).toBeGreaterThan(0);
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
