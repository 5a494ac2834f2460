import {createRequire} from 'node:module';
import {expect, it} from 'vitest';
import {completeProtocol, sendLateFailure} from '../kernel/protocol.cjs';

const {ZmqServer} = createRequire(import.meta.url)('tslab/dist/jupyter');

it('shows late errors below the last hundred cells, and forgets the requests of earlier ones', async () => {
  completeProtocol();
  const shown: string[] = [];
  let count = 0;
  const server = {
    connInfo: {key: ''},
    iopub: 'iopub',
    handler: {handleExecute: () => Promise.resolve({status: 'ok', execution_count: ++count})},
  };
  const request = (name: string) => ({
    createReply: () => ({
      header: {msg_type: ''},
      signAndSend(_key: string, socket: string) {
        if (socket === 'iopub') shown.push(`${this.header.msg_type} below ${name}`);
      },
    }),
  });
  for (let cell = 1; cell <= 101; cell++) {
    await ZmqServer.prototype.handleExecute.call(server, 'shell', request(`cell ${cell}`));
  }
  for (const cell of [1, 2, 101]) sendLateFailure({ename: 'Error', evalue: 'late', traceback: []}, cell);
  expect(shown).toEqual(['error below cell 2', 'error below cell 101']);
});
