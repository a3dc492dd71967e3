// Connects the WebGPU device for the tests of this folder, also one that runs on the processor.
import { connectedGpu } from '#engine/device/webgpu/gpu.ts';
import { nodeTransport } from '#engine/device/webgpu/node.ts';
import { connectWebGpu, WebGpu } from '#engine/device/webgpu/webgpu.ts';

const connected = connectedGpu();
export const gpu: WebGpu =
  connected instanceof WebGpu ? connected : connectWebGpu(nodeTransport({ softwareAllowed: true }));
