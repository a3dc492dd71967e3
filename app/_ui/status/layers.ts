import type { Readiness } from '#app/_server/readiness.ts';
import type { LayerStatus } from '#sandbox/status.ts';

export interface LayerGroup {
  readonly hosts: readonly string[];
  /** Null when these workers did not say. */
  readonly layers: readonly LayerStatus[] | null;
}

/** Workers whose jails are the same are told of once. */
export function layersOf(workers: Readiness['workers']): LayerGroup[] {
  const groups = new Map<string, { hosts: Set<string>; layers: readonly LayerStatus[] | null }>();
  for (const { host, jail } of workers) {
    const key = JSON.stringify(jail?.map(({ name, state, detail }) => [name, state, withoutNumbers(detail)]) ?? null);
    const group = groups.get(key) ?? { hosts: new Set(), layers: jail };
    group.hosts.add(host);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ hosts, layers }) => ({ hosts: [...hosts].toSorted(), layers }));
}

/** Process ids and paths of groups differ between workers of one host. */
const withoutNumbers = (detail: string): string => detail.replace(/[0-9a-f]{8,}|\d+/g, '0');
