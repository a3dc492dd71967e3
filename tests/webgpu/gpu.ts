// Connects the WebGPU device for the tests of this folder, also one that runs on the processor.
import { nodeTransport } from '#engine/device/webgpu/node.ts';
import { connectedGpu, connectWebGpu, type WebGpu } from '#engine/device/webgpu/webgpu.ts';

export const gpu: WebGpu = connectedGpu() ?? connectWebGpu(nodeTransport({ softwareAllowed: true }));
