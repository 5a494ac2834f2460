'use strict';
// What tslab's server leaves out of Jupyter's messaging protocol.

const {JupyterHandlerImpl, ZmqServer} = require('tslab/dist/jupyter');

/** @typedef {import('./errors.cjs').Failure} Failure */

/** How many cells back a late error is still shown: each sender keeps the request of its cell. */
const KEPT = 100;

/**
 * Senders of the last cells by execution count, so that an error that comes after its cell had finished is still shown below that cell.
 * @type {Map<number, (failure: Failure) => void>}
 */
const senders = new Map();

/**
 * Makes the server send `error` messages, complete replies, and the name that JupyterLab highlights TypeScript by, and any number of
 * messages in one go.
 */
function completeProtocol() {
  nameLanguage();
  sendErrors();
  sendAtOnce();
}

/**
 * Shows an error below the cell that it comes from.
 * @param {Failure} failure
 * @param {number} count execution count of the cell
 */
function sendLateFailure(failure, count) {
  senders.get(count)?.(failure);
}

/**
 * @param {number} count
 * @param {(failure: Failure) => void} send
 */
function keepSender(count, send) {
  senders.set(count, send);
  if (senders.size > KEPT) senders.delete([...senders.keys()][0]);
}

function nameLanguage() {
  const handler = /** @type {any} */ (JupyterHandlerImpl.prototype);
  const {handleKernel} = handler;
  handler.handleKernel = function () {
    const reply = handleKernel.call(this);
    const {version} = require('@tslab/typescript-for-tslab');
    const language = {...reply.language_info, version, codemirror_mode: 'typescript'};
    return {...reply, status: 'ok', language_info: language};
  };
}

/**
 * Of messages that are sent without a pause, ZeroMQ delays the 513th, and refuses the next while it waits: a cell with a long loop that
 * prints would end the kernel. With no time to wait it sends each at once, and without a limit to its queue it drops none.
 */
function sendAtOnce() {
  const server = /** @type {any} */ (ZmqServer.prototype);
  const {bindSocket} = server;
  server.bindSocket = function (/** @type {any} */ socket, /** @type {number} */ port) {
    if (socket === this.iopub) Object.assign(socket, {sendTimeout: 0, sendHighWaterMark: 0});
    return bindSocket.call(this, socket, port);
  };
}

function sendErrors() {
  const server = /** @type {any} */ (ZmqServer.prototype);
  server.handleExecute = async function (/** @type {unknown} */ socket, /** @type {any} */ message) {
    const {key} = this.connInfo;
    const publish = (/** @type {string} */ type, /** @type {object} */ content) => {
      const sent = message.createReply();
      sent.header.msg_type = type;
      sent.content = content;
      sent.signAndSend(key, this.iopub);
    };
    const content = await this.handler.handleExecute(
      message.content,
      (/** @type {string} */ name, /** @type {string} */ text) => publish('stream', {name, text}),
      (/** @type {object} */ shown, /** @type {boolean} */ update) =>
        publish(update ? 'update_display_data' : 'display_data', shown),
    );
    keepSender(content.execution_count, (failure) => publish('error', failure));
    const reply = message.createReply();
    reply.header.msg_type = 'execute_reply';
    reply.content = complete(content);
    if (reply.content.status === 'error') publish('error', failureIn(reply.content));
    reply.signAndSend(key, socket);
  };
}

/** @param {any} content tslab's reply */
function complete(content) {
  if (content.status === 'abort') return {...content, status: 'aborted'};
  if (content.status === 'error') return {...content, ...failureIn(content)};
  return {...content, payload: [], user_expressions: {}};
}

/**
 * @param {any} content
 * @returns {Failure}
 */
function failureIn({ename = 'Error', evalue = '', traceback = []}) {
  return {ename, evalue, traceback};
}

module.exports = {completeProtocol, sendLateFailure};
