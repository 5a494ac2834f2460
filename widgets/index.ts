/** The script of the explorers in a page: the global `NeuronsWidget`, with `mount`, `mountInFrame` and `playgroundPage`. */
export {mountInFrame} from './frame';
export {mount} from './mount';
export {playgroundPage} from './page';
