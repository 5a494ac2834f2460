/** The part of the library that also runs in a page: everything but the notebook and the file system. */

// math
export {batches} from './math/batches';
export type {Dtype} from './math/dtype';
export {NotFittedError} from './math/errors';
export {Matrix, type MatrixLike, type NumericArray, type VectorLike} from './math/matrix';
export {numericalGradient} from './math/numericalGradient';
export {createRng, normal, permutation, uniform, type Rng} from './math/random';
export {SparseMatrix} from './math/sparseMatrix';

// neurons
export {
  arctan,
  binaryStep,
  elu,
  identity,
  prelu,
  relu,
  sigmoid,
  signStep,
  softplus,
  tanh,
  type Activation,
} from './neurons/activations';
export {convolve} from './neurons/convolve';
export {dense, type LayerSpec} from './neurons/layers';
export {
  binaryCrossEntropy,
  categoricalCrossEntropy,
  halfSquaredError,
  meanSquaredError,
  sumSquaredError,
  type Loss,
  type LossTerms,
} from './neurons/losses';
export {Neuron, type NeuronOptions} from './neurons/neuron';
export type {PictureLayer} from './neurons/pictureLayers';
export {PictureNetwork, type PictureNetworkOptions} from './neurons/pictureNetwork';
export {softmax, type OutputActivation} from './neurons/softmax';

// trainers
export {Adaline, type AdalineOptions} from './trainers/adaline';
export {checkGradients, type CheckGradientsOptions, type GradientCheck} from './trainers/checkGradients';
export type {Classifier, EpochLog, FitOptions} from './trainers/classifier';
export {DivergenceError} from './trainers/divergenceError';
export {evolve, type Evolution, type EvolveOptions} from './trainers/evolve';
export {LogisticRegression, type LogisticRegressionOptions} from './trainers/logisticRegression';
export type {Init} from './trainers/initialise';
export {MlpClassifier, type MlpClassifierOptions} from './trainers/mlpClassifier';
export {Network, type NetworkOptions} from './trainers/network';
export {adam, momentum, sgd, type AdamOptions, type Optimizer, type Update} from './trainers/optimizers';
export type {DenseLayer, LayerParameters} from './trainers/parameters';
export {Perceptron, type PerceptronOptions} from './trainers/perceptron';
export {predictSparse} from './trainers/predictSparse';
export {SoftmaxRegression, type SoftmaxRegressionOptions} from './trainers/softmaxRegression';

// data
export {
  checkTable,
  type CheckedTable,
  type ColumnRule,
  type FoundRow,
  type FoundTable,
  type Misfit,
  type TableFault,
} from './data/checkTable';
export {columns} from './data/columns';
export {actionAt, costThresholds, type ActionCost, type Threshold} from './data/costThresholds';
export {crossValidate, type CrossValidateOptions, type CrossValidation, type Scored} from './data/crossValidate';
export type {Dataset} from './data/dataset';
export {drawFace, type DrawFaceOptions} from './data/drawFace';
export {drawFaces, type DrawFacesOptions} from './data/drawFaces';
export {EXPRESSIONS, type ExpressionName, type FaceSet} from './data/faceSet';
export {
  FACE_SLIDERS,
  usualExpression,
  type FaceExpression,
  type FaceMuscle,
  type FaceSlider,
} from './data/faces/expressions';
export {anybody, type FacePerson, type FaceScene} from './data/faces/person';
export {loadIris} from './data/iris';
export {kFold, type Fold, type FoldOptions} from './data/kFold';
export {parseLogLine, type LogEntry, type LogFault} from './data/logLine';
export {LogWords, type LogWordsOptions} from './data/logWords';
export {makeBlobs, type BlobOptions} from './data/makeBlobs';
export {makeDonut} from './data/makeDonut';
export {makeMoons} from './data/makeMoons';
export {makeSpiral} from './data/makeSpiral';
export {makeXor} from './data/makeXor';
export {
  accuracyScore,
  classificationReport,
  confusionMatrix,
  type ClassificationReport,
  type ClassReport,
} from './data/metrics';
export {oneHot} from './data/oneHot';
export type {PlaneOptions} from './data/planeOptions';
export {RateRule, type RateRuleOptions} from './data/rateRule';
export {reliabilityCurve, type ReliabilityCurve} from './data/reliabilityCurve';
export {rocCurve, type RocCurve} from './data/rocCurve';
export {trainTestSplit, type Split, type SplitOptions} from './data/split';
export {StandardScaler, type StandardScalerOptions} from './data/standardScaler';
export {varyPicture, type VaryOptions} from './data/varyPicture';
export {Vocabulary, type VocabularyOptions} from './data/vocabulary';

// charts
export {activationChart, type ActivationChartOptions} from './charts/activationChart';
export {barChart, type BarChartOptions} from './charts/barChart';
export {computationGraph, type GraphNode} from './charts/computationGraph';
export {confusionChart, type ConfusionChartOptions} from './charts/confusionChart';
export {decisionRegions, type DecisionRegionsOptions, type RegionModel} from './charts/decisionRegions';
export {film, type FilmFrame, type FilmOptions} from './charts/film';
export {graphFilm} from './charts/graphFilm';
export {grid, type GridOptions} from './charts/grid';
export {histogram, type HistogramOptions} from './charts/histogram';
export {imageGrid, type ImageGridOptions} from './charts/imageGrid';
export {learningCurve, type DrawnEpoch} from './charts/learningCurve';
export {lineChart, type LineChartOptions, type Series} from './charts/lineChart';
export {lossContour, type LossContourOptions} from './charts/lossContour';
export {networkDiagram, type NetworkDiagramOptions} from './charts/networkDiagram';
export {rocChart, type DrawnRocCurve, type RocChartOptions} from './charts/rocChart';
export {scatterChart, type ScatterChartOptions} from './charts/scatterChart';
export type {ChartOptions, Figure} from './charts/types';
