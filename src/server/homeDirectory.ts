import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the program keeps what belongs to one person: `~/.sallyport`, or `SALLYPORT_HOME`. */
export function homeDirectory(): string {
  return process.env['SALLYPORT_HOME'] ?? join(homedir(), '.sallyport');
}
