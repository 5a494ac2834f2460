import {load} from './library';
import {describeParity} from './parity';

// The other backends are for machines without the native one: whoever asks for one gets it in convert.test.ts.
describeParity(load('js'));
