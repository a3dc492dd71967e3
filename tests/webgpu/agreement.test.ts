// Every view, shape and broadcast the property tests think of: the GPU against the cpu device. Fewer runs than on the
// reference device: each new rank or layout is a shader to compile.
import torch from '#engine/index.ts';
import { describeAgreement } from '#engine/device/reference/agreement.ts';
import { gpu } from './gpu.ts';

describeAgreement(gpu.name, { share: 0.08, tolerance: 3e-5, dtypes: [torch.float32] });
