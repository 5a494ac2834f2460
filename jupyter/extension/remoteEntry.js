/**
 * A prebuilt JupyterLab extension, written by hand: the container that module federation expects, without its build tool.
 * It only loads; all drawing is in the scripts beside it: `plotly.min.js` and `renderer.iife.js` for charts, `widget.iife.js` for explorers.
 *
 * Charts and explorers come as JSON and never bring HTML or scripts of their own, so they are drawn in untrusted notebooks, too.
 */
(function () {
  'use strict';

  /**
   * @typedef {{data: Record<string, unknown>}} MimeModel
   * @typedef {{node: HTMLElement, isDisposed: boolean, addClass(name: string): void, dispose(): void}} LuminoWidget
   * @typedef {{new (): LuminoWidget}} LuminoWidgetClass
   * @typedef {Record<string, Record<string, {get(): Promise<() => unknown>}>>} SharedScope
   * @typedef {{show(figure: object): Promise<unknown>, dispose(): void}} ChartRenderer
   * @typedef {{Renderer: {new (element: HTMLElement): ChartRenderer}}} ChartScript
   * @typedef {{mount(element: HTMLElement, description: object): () => void}} WidgetScript
   */

  const CHART = 'application/vnd.plotly.v1+json';
  const WIDGET = 'application/vnd.neurons.widget+json';
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const folder = (script?.src ?? '').replace(/[^/]*$/, '');
  const page =
    /** @type {Window & {_JUPYTERLAB?: Record<string, object>, NeuronsChart?: ChartScript, NeuronsWidget?: WidgetScript}} */ (
      /** @type {unknown} */ (window)
    );

  /** @type {Map<string, Promise<void>>} */
  const loading = new Map();

  /**
   * Loads a script of this folder once; after a failure the next chart tries again.
   *
   * @param {string} file
   * @returns {Promise<void>}
   */
  function load(file) {
    const known = loading.get(file);
    if (known) return known;
    /** @type {Promise<void>} */
    const loaded = new Promise((done, fail) => {
      const element = document.createElement('script');
      element.src = folder + file;
      element.onload = () => done();
      element.onerror = () => {
        loading.delete(file);
        fail(new Error(`cannot load ${file}`));
      };
      document.head.append(element);
    });
    loading.set(file, loaded);
    return loaded;
  }

  /**
   * @param {LuminoWidgetClass} Widget
   * @returns {object} JupyterLab's description of a mime renderer
   */
  function chartFactory(Widget) {
    class Chart extends Widget {
      constructor() {
        super();
        this.addClass('jp-RenderedPlotly');
        this.turn = 0;
        /** @type {ChartRenderer | undefined} */
        this.renderer = undefined;
      }

      /** @param {MimeModel} model */
      async renderModel(model) {
        const turn = ++this.turn;
        await load('plotly.min.js');
        await load('renderer.iife.js');
        // A newer model may have arrived meanwhile.
        if (turn !== this.turn || this.isDisposed || !page.NeuronsChart) return;
        const figure = /** @type {{alt?: string}} */ (model.data[CHART]);
        const alt = figure.alt ?? String(model.data['text/plain'] ?? '');
        this.renderer ??= new page.NeuronsChart.Renderer(this.node);
        await this.renderer.show({...figure, alt});
      }

      /** @override */
      dispose() {
        if (this.isDisposed) return;
        this.renderer?.dispose();
        super.dispose();
      }
    }
    const rendererFactory = {safe: true, mimeTypes: [CHART], createRenderer: () => new Chart()};
    return {id: 'neurons-lab:chart', rank: 1, dataType: 'json', rendererFactory};
  }

  /**
   * @param {LuminoWidgetClass} Widget
   * @returns {object} JupyterLab's description of a mime renderer
   */
  function explorerFactory(Widget) {
    class Explorer extends Widget {
      constructor() {
        super();
        this.turn = 0;
        this.takeDown = () => {};
      }

      /** @param {MimeModel} model */
      async renderModel(model) {
        const turn = ++this.turn;
        await load('widget.iife.js');
        if (turn !== this.turn || this.isDisposed || !page.NeuronsWidget) return;
        this.takeDown();
        this.takeDown = page.NeuronsWidget.mount(this.node, /** @type {object} */ (model.data[WIDGET]));
      }

      /** @override */
      dispose() {
        if (this.isDisposed) return;
        this.takeDown();
        super.dispose();
      }
    }
    const rendererFactory = {safe: true, mimeTypes: [WIDGET], createRenderer: () => new Explorer()};
    return {id: 'neurons-lab:explorer', rank: 1, dataType: 'json', rendererFactory};
  }

  /** @type {SharedScope} */
  let scope = {};
  page._JUPYTERLAB ??= {};
  page._JUPYTERLAB['neurons-lab'] = {
    /** @param {SharedScope} given */
    init(given) {
      scope = given;
    },
    async get() {
      const [widgets] = Object.values(scope['@lumino/widgets']).slice(-1);
      const {Widget} = /** @type {{Widget: LuminoWidgetClass}} */ ((await widgets.get())());
      const extension = [chartFactory(Widget), explorerFactory(Widget)];
      return () => ({__esModule: true, default: extension});
    },
  };
})();
