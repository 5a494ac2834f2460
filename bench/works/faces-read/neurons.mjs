import {loadFaces} from 'neurons';

/** @param {{file: string}} input */
export async function train({file}) {
  const {pixels, labels, usage} = await loadFaces({file});
  return [labels.length, sum(labels), sum(usage), sum(pixels.data)];
}

/** @param {Uint8Array} bytes */
function sum(bytes) {
  let total = 0;
  for (let i = 0; i < bytes.length; i++) total += bytes[i];
  return total;
}
