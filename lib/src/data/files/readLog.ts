import {parseLogLine, type LogEntry} from '../logLine';
import {readLines} from './readLines';

/** A line of a log that is no entry. */
export interface FaultyLine {
  /** Counted from 1. */
  readonly line: number;
  /** What is wrong with it. */
  readonly fault: string;
  readonly text: string;
}

/**
 * The entries of an access log in the combined format, and the lines that are none. All of them are held in memory: for
 * a log that is larger than that, take `readLines` and `parseLogLine`.
 *
 * @param file - A path, such as `dataFile('access.log.gz')`; packed with gzip or not.
 * @throws {Error} If the file can't be read. Lines never throw, whatever they hold.
 */
export async function readLog(file: string): Promise<{entries: LogEntry[]; faults: FaultyLine[]}> {
  const entries: LogEntry[] = [];
  const faults: FaultyLine[] = [];
  for await (const lines of readLines(file)) {
    for (const line of lines) {
      const seen = parseLogLine(line);
      if ('fault' in seen) faults.push({line: line.number, fault: seen.fault, text: line.text});
      else entries.push(seen);
    }
  }
  return {entries, faults};
}
