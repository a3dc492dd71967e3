// Prints the name of the adapter that Dawn chooses; exit code 1 where there is none.
import { create } from 'webgpu';

const gpu = create([]);
const adapter = await gpu.requestAdapter();
if (adapter === null) process.exit(1);
console.log([adapter.info.vendor, adapter.info.device || adapter.info.description].filter(Boolean).join(' '));
process.exit(0); // Dawn would keep Node alive
