// Makes Node look like a browser with WebGPU to libraries that expect one.
import { createRequire } from 'node:module';

const { create, globals } = createRequire(import.meta.url)('webgpu');
Object.assign(globalThis, globals);
/** Held for good: collecting it takes Dawn away under its devices. */
export const gpu = create([]);
Object.defineProperty(globalThis.navigator, 'gpu', { value: gpu });
globalThis.window = globalThis;
globalThis.self = globalThis;
