/** Entry of the bundle that a page or a worker loads: the function is left where a script without modules finds it. */
import { answer } from './answer.ts';

Object.assign(globalThis, { creneauAnswer: answer });
