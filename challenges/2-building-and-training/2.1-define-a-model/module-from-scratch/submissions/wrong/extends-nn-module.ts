// mistake: extends-nn-module
// en: The class derives from nn.Module instead of doing the work itself.
// zh: 直接继承 nn.Module，没有自己实现。
// fails: lists-parameters
import { nn } from 'torch';

export class Module extends nn.Module {}
