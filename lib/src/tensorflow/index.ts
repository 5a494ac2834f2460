/** Networks here and in TensorFlow.js: `import {toTensorFlow} from 'neurons/tensorflow'`. Only this entry loads TensorFlow. */
export {fromTensorFlow, toTensorFlow} from './convert';
export {epochCallback} from './epochCallback';
export {fastGradients} from './fastGradients';
export {fitPictures, type FitPicturesOptions} from './fitPictures';
export {predictPictures, type PredictPicturesOptions} from './predictPictures';
export {toPictureNetwork} from './toPictureNetwork';
