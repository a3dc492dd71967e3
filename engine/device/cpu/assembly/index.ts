// Every function the CPU device calls. Built into ../kernels.generated.ts by ../build-kernels.ts.
export { addWindows32, gemmOfWindows32, pad32 } from './convolve';
export { dataStart, gemm32, gemm64, spread32, spread64 } from './gemm';
export { softmaxLines32, softmaxBackwardLines32, standardizeLines32 } from './lines';
export { adam32, sgd32 } from './optimizers';
export * from './pointwise';
