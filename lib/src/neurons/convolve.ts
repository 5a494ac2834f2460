import {Matrix} from '../math/matrix';
import {received} from '../math/received';

/**
 * Lays a filter on every place of a picture, multiplies pixel by weight, and adds up: the feature map.
 *
 * map[r, c] = Σᵢ Σⱼ filter[i, j] · picture[r + i, c + j]
 *
 * (Mathematics calls this a cross-correlation; in its convolution the filter is turned round first. Networks learn their
 * filters, so that it makes no difference, and the field says convolution.)
 *
 * @param picture - Shape (height, width).
 * @param filter - Shape (rows, columns).
 * @param options - `padding`: 'valid' for places where the filter fits into the picture, 'same' for a border of zeros
 *   around it, so that the map is as large as the picture. @default 'valid'
 * @returns Shape (height − rows + 1, width − columns + 1), or that of the picture.
 * @throws {RangeError} If the filter has to fit into the picture and doesn't, or `padding` is another word.
 * @example
 * convolve(Matrix.from([[1, 2, 4]]), Matrix.from([[-1, 1]])).toArrays(); // [[1, 2]]
 */
export function convolve(picture: Matrix, filter: Matrix, options: {padding?: 'valid' | 'same'} = {}): Matrix {
  const {padding = 'valid'} = options;
  if (padding !== 'valid' && padding !== 'same') {
    throw new RangeError(`padding must be 'valid' or 'same', got ${received(padding)}`);
  }
  const isSame = padding === 'same';
  const height = isSame ? picture.rows : picture.rows - filter.rows + 1;
  const width = isSame ? picture.columns : picture.columns - filter.columns + 1;
  if (height < 1 || width < 1) {
    const [small, large] = [picture, filter].map(({rows, columns}) => `${rows} × ${columns}`);
    throw new RangeError(`filter must fit into the picture of ${small}, got ${large}`);
  }
  const up = isSame ? Math.floor((filter.rows - 1) / 2) : 0;
  const left = isSame ? Math.floor((filter.columns - 1) / 2) : 0;
  const map = new Matrix(height, width);
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      let sum = 0;
      for (let i = 0; i < filter.rows; i++) {
        for (let j = 0; j < filter.columns; j++) {
          const [row, column] = [r + i - up, c + j - left];
          const isInside = row >= 0 && row < picture.rows && column >= 0 && column < picture.columns;
          if (isInside) sum += filter.get(i, j) * picture.get(row, column);
        }
      }
      map.data[r * width + c] = sum;
    }
  }
  return map;
}
