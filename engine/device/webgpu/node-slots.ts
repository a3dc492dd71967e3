/** Words of the memory that node.ts and its worker share to take turns. */
export const Slot = {
  posted: 0,
  taken: 1,
  answered: 2,
  requestBytes: 3,
  isAwaited: 4,
  replyBytes: 5,
  failed: 6,
} as const;
export const slots = 8;

export interface WorkerData {
  readonly control: Int32Array<SharedArrayBuffer>;
  readonly request: SharedArrayBuffer;
  readonly reply: SharedArrayBuffer;
  readonly softwareAllowed: boolean;
}
