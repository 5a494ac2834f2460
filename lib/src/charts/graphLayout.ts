/** A node of a graph without cycles; each stands after those that it comes from. */
export interface LinkedNode {
  readonly name: string;
  readonly from: readonly string[];
}

/** A place in the picture: x counts columns from the left, y rows upwards. */
export interface Spot {
  readonly x: number;
  y: number;
}

export interface GraphLayout {
  /** Where each node stands. */
  readonly spots: ReadonlyMap<string, Spot>;
  /** The places that each edge runs through, both ends included: next to each other are one column apart. */
  readonly ways: readonly (readonly Spot[])[];
  readonly columns: number;
}

/** What is placed: a node, or a bend that leads a long edge past the nodes of a column. */
interface Piece extends Spot {
  readonly kind: 'given' | 'computed' | 'bend';
  readonly before: Piece[];
  readonly after: Piece[];
}

/** Rows between a bend and its neighbours; nodes are one row apart. */
const BESIDE_BEND = 0.65;
/** Computed nodes hold their line so much more than given ones and bends, which make room. */
const HEAVY = 1000;
/** After so many rounds nothing moves by as much as a pixel. */
const ROUNDS = 60;

/**
 * Places the nodes of a graph: in columns by their longest way from a given node, given ones next to their first use;
 * within a column so that few edges cross; at heights that keep the computed ones on level lines.
 */
export function layGraph(nodes: readonly LinkedNode[]): GraphLayout {
  const columnOf = columnsOf(nodes);
  const columns = Array.from({length: Math.max(...columnOf.values()) + 1}, (): Piece[] => []);
  const add = (x: number, kind: Piece['kind']): Piece => {
    const piece: Piece = {x, y: -columns[x].length, kind, before: [], after: []};
    columns[x].push(piece);
    return piece;
  };
  const known = new Map(nodes.map((node) => [node.name, node]));
  /** Each node, followed by the bends of its longest edge, which its shorter ones use, too. */
  const trails = new Map<string, Piece[]>();
  const ways: Piece[][] = [];

  // From the end backwards, sources in the order of `from`: a tree comes out without crossings.
  const visit = (name: string): void => {
    if (trails.has(name)) return;
    const from = new Set(known.get(name)!.from);
    const piece = add(columnOf.get(name)!, from.size > 0 ? 'computed' : 'given');
    trails.set(name, [piece]);
    for (const source of from) {
      visit(source);
      const trail = trails.get(source)!;
      for (let x = trail[trail.length - 1].x + 1; x < piece.x; x++) {
        const next = add(x, 'bend');
        join(trail[trail.length - 1], next);
        trail.push(next);
      }
      const way = trail.slice(0, piece.x - trail[0].x);
      join(way[way.length - 1], piece);
      ways.push([...way, piece]);
    }
  };
  const used = new Set(nodes.flatMap(({from}) => from));
  for (const {name} of nodes) if (!used.has(name)) visit(name);

  untangle(columns);
  for (let round = 0; round < ROUNDS; round++) columns.forEach(settle);
  for (const piece of columns.flat()) piece.y = Number(piece.y.toFixed(2)) + 0;
  return {spots: new Map([...trails].map(([name, [piece]]) => [name, piece])), ways, columns: columns.length};
}

function columnsOf(nodes: readonly LinkedNode[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const {name, from} of nodes) columns.set(name, Math.max(-1, ...from.map((source) => columns.get(source)!)) + 1);
  for (const {name} of nodes.filter(({from}) => from.length === 0)) {
    const uses = nodes.filter(({from}) => from.includes(name)).map((node) => columns.get(node.name)!);
    if (uses.length > 0) columns.set(name, Math.min(...uses) - 1);
  }
  return columns;
}

function join(from: Piece, to: Piece): void {
  from.after.push(to);
  to.before.push(from);
}

/** Swaps neighbours as long as that leaves fewer crossings. */
function untangle(columns: Piece[][]): void {
  for (let better = true; better;) {
    better = false;
    for (const column of columns) {
      for (let i = 1; i < column.length; i++) {
        const [upper, lower] = [column[i - 1], column[i]];
        if (crossings(lower, upper) >= crossings(upper, lower)) continue;
        [column[i - 1], column[i]] = [lower, upper];
        [upper.y, lower.y] = [lower.y, upper.y];
        better = true;
      }
    }
  }
}

/** How many edges of the two cross if the one stands above the other. */
function crossings(upper: Piece, lower: Piece): number {
  const between = (ends: Piece[], others: Piece[]): number =>
    ends.reduce((sum, end) => sum + others.filter((other) => end.y < other.y).length, 0);
  return between(upper.before, lower.before) + between(upper.after, lower.after);
}

/**
 * Moves the pieces of a column to where their neighbours are, as near as order and room between them allow: the least
 * sum of squares, found by pooling those that would come too close.
 */
function settle(column: Piece[]): void {
  const offsets = [0];
  column.slice(1).forEach((piece, i) => {
    const isBend = piece.kind === 'bend' || column[i].kind === 'bend';
    offsets.push(offsets[i] + (isBend ? BESIDE_BEND : 1));
  });
  const pools: {sum: number; weight: number; size: number}[] = [];
  column.forEach((piece, i) => {
    const weight = piece.kind === 'computed' ? HEAVY : 1;
    let pool = {sum: weight * (wish(piece) + offsets[i]), weight, size: 1};
    for (let above = pools.at(-1); above && above.sum / above.weight < pool.sum / pool.weight; above = pools.at(-1)) {
      pool = {sum: above.sum + pool.sum, weight: above.weight + pool.weight, size: above.size + pool.size};
      pools.pop();
    }
    pools.push(pool);
  });
  const heights = pools.flatMap(({sum, weight, size}) => new Array<number>(size).fill(sum / weight));
  column.forEach((piece, i) => (piece.y = heights[i] - offsets[i]));
}

/** The middle of a piece's neighbours; of the computed ones, if it has any. */
function wish({y, before, after}: Piece): number {
  const all = [...before, ...after];
  const computed = all.filter(({kind}) => kind === 'computed');
  const near = computed.length > 0 ? computed : all;
  return near.length > 0 ? near.reduce((sum, piece) => sum + piece.y, 0) / near.length : y;
}
