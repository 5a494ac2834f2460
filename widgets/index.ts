/** The script of the explorers in a page: the global `NeuronsWidget`, with `mount` and `mountInFrame`. */
export {mountInFrame} from './frame';
export {mount} from './mount';
