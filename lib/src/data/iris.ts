import {Matrix} from '../math/matrix';
import type {Dataset} from './dataset';
import {irisClasses, irisFeatures, irisMeasurements} from './irisTable';

/**
 * The Iris flowers: 50 each of setosa, versicolor and virginica, measured in centimetres. A new copy each time.
 *
 * The same numbers as `data/iris.csv`, kept in the library, so that no file has to be found.
 *
 * @returns X (150, 4) with sepal length, sepal width, petal length and petal width; y with 0, 1 and 2, in this order.
 * @example
 * const {X, y, classNames} = loadIris();
 * X.row(0); // Float64Array [5.1, 3.5, 1.4, 0.2]
 * classNames[y[0]]; // 'setosa'
 * @see E. Anderson (1935), "The irises of the Gaspé Peninsula", Bulletin of the American Iris Society 59.
 * @see R. A. Fisher (1936), "The use of multiple measurements in taxonomic problems", Annals of Eugenics 7.
 */
export function loadIris(): Dataset {
  const perClass = irisMeasurements.length / irisClasses.length;
  return {
    X: Matrix.from(irisMeasurements),
    y: Float64Array.from(irisMeasurements, (_, i) => Math.floor(i / perClass)),
    featureNames: [...irisFeatures],
    classNames: [...irisClasses],
  };
}
