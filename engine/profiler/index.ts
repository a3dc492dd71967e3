// `torch.profiler`: which operators ran, how long, how often, with how much arithmetic and memory.
//
//   const prof = torch.profiler.profile({ with_flops: true }, () => model(x).sum().backward());
//   console.log(prof.key_averages().table({ sort_by: 'self_cpu_time_total', row_limit: 5 }));
export type { Averages, FunctionEvent, TableOptions } from './averages.ts';
export { profile, ProfilerActivity, type ProfileOptions, record_function } from './profile.ts';
