'use strict';
// The TypeScript kernel of the course: tslab, with what `install` and `completeProtocol` add. Jupyter starts it with the path of the
// connection file as its only argument.

const {watchParent} = require('./parent-watch.cjs');
watchParent(); // before the seconds that loading takes

const {install} = require('./install.cjs');
const {completeProtocol, sendLateFailure} = require('./protocol.cjs');

const connectionFile = process.argv[2];
if (!connectionFile) {
  console.error('kernel.cjs is started by Jupyter, with the path of a connection file');
  process.exit(2);
}

install({onLateFailure: sendLateFailure});
completeProtocol();
startWithoutPrinting();

/** Starts tslab without its own listeners for stray errors, which would print them a second time. */
function startWithoutPrinting() {
  const events = /** @type {const} */ (['unhandledRejection', 'uncaughtException']);
  const ours = events.map((event) => process.listeners(/** @type {any} */ (event)));
  require('tslab/dist/main').startKernel({configPath: connectionFile, enableFindLocal: false});
  for (const [i, event] of events.entries()) {
    for (const listener of process.listeners(/** @type {any} */ (event))) {
      if (!ours[i].includes(listener)) process.off(event, /** @type {any} */ (listener));
    }
  }
}
