// What a Node process connects when `torch` is imported, as GRADGYM_DEVICE says: `webgpu`, a GPU, be it one that runs on the
// processor; `auto`, a real GPU if there is one; else nothing.
import { nodeTransport } from './webgpu/node.ts';
import { connectWebGpu } from './webgpu/webgpu.ts';

const wanted = process.env['GRADGYM_DEVICE'];
if (wanted === 'webgpu') connectWebGpu(nodeTransport({ softwareAllowed: true }));
if (wanted === 'auto') {
  try {
    connectWebGpu(nodeTransport({ softwareAllowed: false }));
  } catch {
    // No GPU is no error: torch.cuda.is_available() says so.
  }
}
