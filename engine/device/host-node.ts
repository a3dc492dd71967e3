// In Node, GRADGYM_DEVICE=webgpu connects the GPU (also one that runs on the processor) before anything else runs.
import { nodeTransport } from './webgpu/node.ts';
import { connectWebGpu } from './webgpu/webgpu.ts';

if (process.env['GRADGYM_DEVICE'] === 'webgpu') connectWebGpu(nodeTransport({ softwareAllowed: true }));
