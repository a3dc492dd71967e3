// Operators of torch.nn.functional beyond ops/. Importing this file fills the table, so ops/index.ts should import it before
// install and build-types run; nn/index.ts installs them where that has not happened.
import './attention.ts';
import './ctc.ts';
import './composites.ts';
import './pooling.ts';
import './random.ts';
