import { describe, expect, test } from 'vitest';
import torch, { nn, optim, type Tensor } from '#engine/index.ts';
import { catchWarnings } from '../warnings.ts';

const { autocast, GradScaler } = torch.amp;
const { bfloat16, float16, float32, float64 } = torch;

describe('autocast', () => {
  const a = torch.rand(3, 3);
  test('ends with its function, its block, or a nested one that switches it off', () => {
    expect(autocast('cpu', () => a.mm(a).dtype)).toBe(bfloat16);
    expect(a.mm(a).dtype).toBe(float32);
    {
      using _ = autocast('cpu', { dtype: float16 });
      expect([a.mm(a).dtype, torch.is_autocast_enabled('cpu'), torch.get_autocast_dtype('cpu')]).toEqual([
        float16,
        true,
        float16,
      ]);
      expect(autocast('cpu', { enabled: false }, () => a.mm(a).dtype)).toBe(float32);
      expect(a.mm(a).dtype).toBe(float16);
    }
    expect(torch.is_autocast_enabled('cpu')).toBe(false);
    expect(() => autocast('cpu', () => expect(a.mm(torch.rand(2)).dtype).toBe(bfloat16))).toThrow();
    expect(torch.is_autocast_enabled('cpu')).toBe(false);
  });
  test('leaves float64, in-place operations and what it does not list as they are', () => {
    const d = a.to(float64);
    autocast('cpu', () => {
      expect(d.mm(d).dtype).toBe(float64);
      expect(a.clone().addmm_(a, a).dtype).toBe(float32);
      expect(a.add(a).dtype).toBe(float32);
      expect(torch.cat([a.to(bfloat16), a]).dtype).toBe(float32);
    });
  });
  test('gradients come back in float32, through one cast of a weight that is used twice', () => {
    const w = torch.rand(3, 3).requires_grad_(true);
    const y = autocast('cpu', () => a.mm(w).mm(w));
    expect(y.dtype).toBe(bfloat16);
    y.sum().backward();
    expect(w.grad?.dtype).toBe(float32);
    const [first, second] = autocast('cpu', () => [a.mm(w).grad_fn, a.mm(w).grad_fn]);
    expect(first?.next_functions[1]?.[0]).toBe(second?.next_functions[1]?.[0]);
    const [third, fourth] = autocast('cpu', { cache_enabled: false }, () => [a.mm(w).grad_fn, a.mm(w).grad_fn]);
    expect(third?.next_functions[1]?.[0]).not.toBe(fourth?.next_functions[1]?.[0]);
  });
  test('a cached cast does not see the weight change, as in PyTorch', () => {
    const w = torch.ones(1, 1).requires_grad_(true);
    const x = torch.ones(1, 1);
    autocast('cpu', () => {
      expect(x.mm(w).item()).toBe(1);
      torch.no_grad(() => w.fill_(2));
      expect(x.mm(w).item()).toBe(1);
    });
    expect(autocast('cpu', () => x.mm(w).item())).toBe(2);
  });
  test('what is recomputed in a checkpoint is recomputed in the same modes', () => {
    const layer = new nn.Linear(4, 4);
    const seen: string[] = [];
    const x = torch.rand(2, 4).requires_grad_(true);
    for (const use_reentrant of [true, false]) {
      const y = autocast('cpu', () =>
        torch.utils.checkpoint.checkpoint(
          (t: Tensor) => {
            const out = layer(t);
            seen.push(out.dtype.name);
            return out;
          },
          x,
          { use_reentrant },
        ),
      ) as Tensor;
      y.sum().backward();
    }
    expect(seen).toEqual(['bfloat16', 'bfloat16', 'bfloat16', 'bfloat16']);
  });
  test('without a GPU, autocast for one is off and says so; other dtypes and devices are refused', () => {
    expect(catchWarnings(() => expect(autocast('cuda', () => a.mm(a).dtype)).toBe(float32))).toEqual([
      "UserWarning: User provided device_type of 'cuda', but CUDA is not available. Disabling",
    ]);
    expect(
      catchWarnings(() => autocast('cpu', { dtype: float64 }, () => expect(a.mm(a).dtype).toBe(float32)))[0],
    ).toContain('the target dtype is not supported');
    expect(() => autocast('tpu')).toThrow("device_type must be 'cuda' or 'cpu'");
  });
});

describe('GradScaler', () => {
  const made = (options = {}) => {
    const p = torch.tensor([1, 2]).float().requires_grad_(true);
    return {
      p,
      optimizer: new optim.SGD([p], { lr: 0.5 }),
      scaler: new GradScaler('cpu', { init_scale: 8, growth_interval: 2, ...options }),
    };
  };
  const grads = (p: Tensor, ...values: number[]) => (p.grad = torch.tensor(values).float());

  test('scales the loss, unscales the gradients and steps', () => {
    const { p, optimizer, scaler } = made();
    const loss = p.sum();
    expect(scaler.scale(loss).item()).toBe(24);
    scaler.scale(loss).backward();
    expect(p.grad?.tolist()).toEqual([8, 8]);
    scaler.step(optimizer);
    expect([p.grad?.tolist(), p.tolist()]).toEqual([
      [1, 1],
      [0.5, 1.5],
    ]);
  });
  test('a trajectory: grows after two good steps, halves and skips at an infinity or NaN, counts anew', () => {
    const { p, optimizer, scaler } = made();
    const scales = [1, 1, Infinity, 1, Number.NaN, 1, 1].map((g) => {
      grads(p, g, 1);
      const before = p.tolist();
      scaler.step(optimizer);
      scaler.update();
      return [scaler.get_scale(), JSON.stringify(p.tolist()) !== JSON.stringify(before)];
    });
    expect(scales).toEqual([
      [8, true],
      [16, true],
      [8, false],
      [8, true],
      [4, false],
      [4, true],
      [8, true],
    ]);
  });
  test('unscale_ before clipping is not done again by step; twice, or after step, is an error', () => {
    const { p, optimizer, scaler } = made();
    grads(p, 8, 16);
    scaler.unscale_(optimizer);
    expect(p.grad?.tolist()).toEqual([1, 2]);
    expect(() => scaler.unscale_(optimizer)).toThrow(
      'unscale_() has already been called on this optimizer since the last update().',
    );
    scaler.step(optimizer);
    expect(p.tolist()).toEqual([0.5, 1]);
    expect(() => scaler.step(optimizer)).toThrow('step() has already been called since the last update().');
    expect(() => scaler.unscale_(optimizer)).toThrow('unscale_() is being called after step().');
    scaler.update();
    scaler.unscale_(optimizer);
  });
  test('what cannot be checked is an error', () => {
    const { p, optimizer, scaler } = made();
    expect(() => scaler.update()).toThrow('No inf checks were recorded prior to update.');
    expect(() => scaler.step(optimizer)).toThrow('No inf checks were recorded for this optimizer.');
    expect(() => scaler.step(optimizer, () => p.sum())).toThrow('Closure use is not currently supported');
    const half = torch.ones(1, { dtype: float16 }).requires_grad_(true);
    half.grad = torch.ones(1, { dtype: float16 });
    expect(() => scaler.unscale_(new optim.SGD([half], { lr: 1 }))).toThrow('Attempting to unscale FP16 gradients.');
    expect(() => new GradScaler('cpu', { growth_factor: 1 })).toThrow('The growth factor must be > 1.0.');
  });
  test('its state moves to another; disabled it passes everything through', () => {
    const { p, optimizer, scaler } = made();
    grads(p, 1, 1);
    scaler.step(optimizer);
    scaler.update();
    const state = scaler.state_dict();
    expect(state).toEqual({ scale: 8, growth_factor: 2, backoff_factor: 0.5, growth_interval: 2, _growth_tracker: 1 });
    const other = new GradScaler('cpu');
    other.load_state_dict(state);
    expect(other.state_dict()).toEqual(state);
    const off = new GradScaler('cpu', { enabled: false });
    expect(off.scale(p)).toBe(p);
    expect([off.get_scale(), off.state_dict()]).toEqual([1, {}]);
    grads(p, Infinity, 1);
    off.step(optimizer);
    expect(p.tolist()[0]).toBe(-Infinity);
    expect(() => other.load_state_dict({})).toThrow('The source state dict is empty');
    expect(catchWarnings(() => expect(new torch.cuda.amp.GradScaler().is_enabled()).toBe(false))).toHaveLength(1);
  });
});
