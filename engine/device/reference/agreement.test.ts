import { describeAgreement } from './agreement.ts';
import './reference.ts';

describeAgreement('reference');
