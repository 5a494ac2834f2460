// The surroundings of JupyterLab: everything it keeps lies in the repository, nothing in the home folder.
import path from 'node:path';
import {at, root} from './paths.mjs';

/**
 * The environment for any Jupyter program that is to see the course's kernel, settings and chart extension.
 * @param {NodeJS.ProcessEnv} [base] what to add it to
 * @returns {NodeJS.ProcessEnv}
 */
export function jupyterEnv(base = process.env) {
  return {
    ...base,
    // Kernels are started as `node`: the one that runs now.
    PATH: [path.dirname(process.execPath), base.PATH].join(path.delimiter),
    NEURONS_ROOT: root,
    JUPYTER_PATH: at('jupyter', 'share'),
    JUPYTER_CONFIG_DIR: at('.jupyter', 'config'),
    JUPYTER_CONFIG_PATH: '',
    JUPYTER_DATA_DIR: at('.jupyter', 'data'),
    JUPYTER_RUNTIME_DIR: at('.jupyter', 'runtime'),
    JUPYTERLAB_SETTINGS_DIR: at('.jupyter', 'settings'),
    JUPYTERLAB_WORKSPACES_DIR: at('.jupyter', 'workspaces'),
    JUPYTER_PREFER_ENV_PATH: '1',
    IPYTHONDIR: at('.jupyter', 'ipython'),
  };
}
