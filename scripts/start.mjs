// npm start: sets up whatever is missing, then opens the course in JupyterLab. What follows `--` is passed on to JupyterLab.
import './lib/node-version.mjs'; // first: an old Node must get no further

Promise.all([import('./lib/start.mjs'), import('./lib/trouble.mjs')]).then(([{start}, {runScript}]) =>
  runScript(() => start(process.argv.slice(2))),
);
