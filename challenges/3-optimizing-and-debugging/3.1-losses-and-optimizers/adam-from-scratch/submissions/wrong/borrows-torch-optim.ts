// mistake: borrows-torch-optim
// en: torch.optim.Adam does the work.
// zh: 实际工作交给了 torch.optim.Adam。
// fails: computes-it-itself
import { optim } from 'torch';

export class Adam extends optim.Adam {}
