import type {FaceExplorerOptions} from '../explorers/checkExplorer';
import type {PictureNetwork} from '../neurons/pictureNetwork';
import {explore} from './explore';

/**
 * Shows a drawn face whose brows, eyes and mouth are moved by sliders, and what a trained network says of it while they
 * move. It runs in the page; the kernel may rest. The network's weights go into the output of the cell, 5.3 bytes each,
 * twice: for JupyterLab and for other viewers.
 *
 * @param network - It looks at grey pictures of 48 × 48 pixels: see `toPictureNetwork`.
 * @param options - `expression`: what the face shows at first, 'neutral'; `seed`: whose it is, 1.
 * @throws {RangeError} If the network looks at other pictures, or an option is unknown or out of its range.
 * @example
 * faceDemo(toPictureNetwork(model, {classNames: [...EXPRESSIONS]}), {expression: 'happy'});
 */
export function faceDemo(network: PictureNetwork, options: Omit<FaceExplorerOptions, 'network'> = {}): void {
  explore('face', {...options, network});
}
