// Every optimizer and schedule as real PyTorch 1.13 runs them (make-optim.py).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import torch, { nn, optim, Tensor } from '#engine/index.ts';
import { evaluate } from './python.ts';

interface Kept {
  shape: number[];
  first: number[];
}
interface State {
  state: Record<string, Record<string, Kept | number | null>>;
  param_groups: Record<string, unknown>[];
}
interface Golden {
  optimizers: { text: string; printed: string; losses: number[]; w: Kept; b: Kept; state_dict: State }[];
  schedules: { text: string; rates: number[][]; last: number[]; state_dict: Record<string, unknown> }[];
  metrics: number[];
  averaged: Record<
    string,
    { before: Record<string, Kept>; after: Record<string, Kept>; printed: string; output: Kept }
  >;
}
const golden: Golden = JSON.parse(readFileSync(new URL('optim.json', import.meta.url), 'utf8'));
const flat = (t: Tensor): number[] => (t.detach().reshape([-1]).tolist() as number[]).map(Number);

function near(got: number, want: number, relative: number, where: string): void {
  expect(Math.abs(got - want), `${where}: ${got}, PyTorch ${want}`).toBeLessThanOrEqual(
    relative * Math.max(1e-3, Math.abs(want)),
  );
}
function agree(t: unknown, want: Kept, where: string, relative = 2e-5): void {
  if (!(t instanceof Tensor)) throw new Error(`${where}: not a tensor`);
  expect([...t.shape], where).toEqual(want.shape);
  const values = flat(t);
  want.first.forEach((v, i) => near(values[i] ?? Number.NaN, v, relative, `${where}[${i}]`));
}
/** Options that came after 1.13. */
const later = ['fused', 'decoupled_weight_decay', 'capturable', 'differentiable', 'foreach', 'maximize', 'lr'];
const python = (v: unknown): unknown =>
  v === Infinity ? 'inf' : v === undefined ? null : Array.isArray(v) ? v.map(python) : v;

describe('an optimizer has the text, losses, parameters and state of PyTorch over 20 steps', () => {
  for (const want of golden.optimizers) {
    test(want.text, () => {
      torch.manual_seed(0);
      const dtype = torch.float64;
      const w = torch.randn(3, 4, { dtype, requires_grad: true });
      const b = torch.randn(4, { dtype, requires_grad: true });
      const x = torch.randn(8, 3, { dtype });
      const y = torch.randn(8, 4, { dtype });
      const opt = evaluate(want.text, { optim, w, b });
      if (!(opt instanceof optim.Optimizer)) throw new Error('not an optimizer');
      const printed = want.printed.replace(/^ {4}fused: .*\n/gm, '').replace(/\.0$/gm, '');
      const keys = new Set(printed.split('\n').map((line) => line.split(':')[0]));
      const shown = String(opt).split('\n');
      const known = shown.filter((line) => keys.has(line.split(':')[0]));
      expect(known.join('\n')).toBe(printed);
      for (const line of shown)
        if (!keys.has(line.split(':')[0])) expect(later, line).toContain(line.split(':')[0]?.trim());
      const closure = (): Tensor => {
        opt.zero_grad();
        const loss = x.matmul(w).add(b).tanh().sub(y).pow(2).mean();
        loss.backward();
        return loss;
      };
      want.losses.forEach((loss, i) => near(Number(opt.step(closure).item()), loss, 1e-7, `step ${i}`));
      agree(w, want.w, 'w', 1e-7);
      agree(b, want.b, 'b', 1e-7);
      const { state, param_groups } = opt.state_dict();
      expect(Object.keys(state)).toEqual(Object.keys(want.state_dict.state));
      for (const [number, kept] of Object.entries(want.state_dict.state)) {
        const own = state[Number(number)] ?? {};
        if (opt instanceof optim.LBFGS) {
          // al is scratch space of one step
          expect(Object.keys(own)).toEqual(Object.keys(kept).filter((k) => k !== 'al'));
          for (const name of ['func_evals', 'n_iter']) expect(own[name]).toBe(kept[name]);
          for (const name of ['d', 'prev_flat_grad']) agree(own[name], kept[name] as Kept, name, 2e-3);
          continue;
        }
        expect(Object.keys(own)).toEqual(Object.keys(kept).filter((k) => kept[k] !== null));
        for (const [name, v] of Object.entries(kept)) {
          const value = own[name];
          if (typeof v === 'number') near(Number(value instanceof Tensor ? value.item() : value), v, 1e-6, name);
          else if (v !== null) agree(value, v, name, 1e-6);
        }
      }
      want.state_dict.param_groups.forEach((group, i) => {
        for (const [name, v] of Object.entries(group))
          if (name !== 'fused') expect(python(param_groups[i]?.[name]), name).toEqual(v);
      });
      const again = evaluate(want.text, { optim, w, b });
      if (!(again instanceof optim.Optimizer)) throw new Error('not an optimizer');
      again.load_state_dict(opt.state_dict());
      expect(JSON.stringify(again.state_dict().param_groups)).toBe(JSON.stringify(param_groups));
    });
  }
});

const S = optim.lr_scheduler;
const functions = {
  decay: (e: number) => 0.95 ** e,
  inverse: (e: number) => 1 / (1 + e),
  alternate: (e: number) => (e % 2 ? 0.9 : 1),
};
describe('a schedule sets the rates of PyTorch over 30 steps, and has its state', () => {
  for (const want of golden.schedules) {
    test(want.text, () => {
      const p = torch.zeros(1, { requires_grad: true });
      const q = torch.zeros(1, { requires_grad: true });
      const o = new optim.SGD([{ params: [p], lr: 0.5 }, { params: [q] }], { lr: 0.1, momentum: 0.9 });
      const a = new optim.Adam([p, q], { lr: 0.1 });
      const scope = { S, swa_utils: optim.swa_utils, o, a, ...functions };
      const schedule = evaluate(want.text, scope) as InstanceType<typeof S.StepLR>;
      const groups: readonly Record<string, unknown>[] = want.text.includes('(a,') ? a.param_groups : o.param_groups;
      const now = (): number[] =>
        groups.flatMap((g) => [Number(g['lr']), Number(g['momentum'] ?? (g['betas'] as number[])[0])]);
      const check = (i: number): void =>
        want.rates[i]?.forEach((v, k) => near(now()[k] ?? Number.NaN, v, 5e-9, `step ${i}, ${k}`));
      check(0);
      golden.metrics.forEach((metric, i) => {
        o.step();
        a.step();
        if ((schedule as unknown) instanceof S.ReduceLROnPlateau) schedule.step(metric);
        else schedule.step();
        check(i + 1);
      });
      schedule.get_last_lr().forEach((v, i) => near(v, want.last[i] ?? 0, 5e-9, 'last'));
      const state = schedule.state_dict();
      for (const [name, v] of Object.entries(want.state_dict)) {
        // CosineAnnealingWarmRestarts of PyTorch does not count its steps.
        if (name === '_step_count' && schedule instanceof S.CosineAnnealingWarmRestarts) continue;
        if (typeof v === 'number' && name in state) near(Number(state[name]), v, 1e-8, name);
      }
      // Fields of the Python objects alone: flags of a call in progress, and functions.
      const internal =
        /^(verbose|_get_lr_called_within_step|anneal_func|mode_worse|_scale_fn_.*|_schedule_phases|_anneal_func_type)$/;
      expect(Object.keys(state).toSorted()).toEqual(
        Object.keys(want.state_dict)
          .filter((name) => !internal.test(name))
          .toSorted(),
      );
    });
  }
});

describe('an averaged model has the weights and statistics of PyTorch', () => {
  const averages: Record<string, optim.swa_utils.Average | null> = {
    equal: null,
    exponential: optim.swa_utils.get_ema_avg_fn(0.9),
  };
  for (const [name, want] of Object.entries(golden.averaged)) {
    test(name, () => {
      torch.manual_seed(7);
      const model = new nn.Sequential(new nn.Linear(3, 4), new nn.BatchNorm1d(4), new nn.Linear(4, 1));
      const swa = new optim.swa_utils.AveragedModel(model, { avg_fn: averages[name] ?? null });
      const opt = new optim.SGD(model.parameters(), { lr: 0.1 });
      const x = torch.randn(8, 3);
      const y = torch.randn(8, 1);
      for (let i = 0; i < 4; i++) {
        opt.zero_grad();
        const loss: Tensor = model(x).sub(y).square().mean();
        loss.backward();
        opt.step();
        swa.update_parameters(model);
      }
      const check = (kept: Record<string, Kept>): void => {
        const state = swa.state_dict();
        expect(Object.keys(state)).toEqual(Object.keys(kept));
        for (const [key, v] of Object.entries(kept)) agree(state[key], v, key);
      };
      check(want.before);
      optim.swa_utils.update_bn([x.narrow(0, 0, 4), [x.narrow(0, 4, 4), y]], swa);
      check(want.after);
      expect(String(swa)).toBe(want.printed);
      agree(swa.eval()(x), want.output, 'output');
    });
  }
});
