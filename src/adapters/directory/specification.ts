import { readApiDescription } from '../../lib/openapi/readApiDescription.ts';
import type { Diagnostic, Report } from '../../lib/source/Diagnostic.ts';
import { importOpenApi } from '../../model/importOpenApi.ts';
import type { ImportedApi } from '../../model/importOpenApi.ts';
import { textOf } from './readTree.ts';
import type { FileEntry } from './readTree.ts';

interface Imported {
  readonly text: string;
  readonly api: ImportedApi | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Descriptions of APIs that were read before, by path. They are most of the bytes of a configuration
 * and the slowest to read, and from one reload to the next hardly any of them changes.
 */
export class SpecificationCache {
  #before = new Map<string, Imported>();
  #now = new Map<string, Imported>();

  /** Imports a description; undefined after its problems were reported. */
  import(file: FileEntry, report: Report): ImportedApi | undefined {
    const source = textOf(file, report);
    if (source === undefined) return undefined;
    const known = this.#before.get(file.path);
    const imported = known?.text === source.text ? known : read();
    this.#now.set(file.path, imported);
    imported.diagnostics.forEach(report);
    return imported.api;

    function read(): Imported {
      const diagnostics: Diagnostic[] = [];
      const description = readApiDescription(source!, (each) => diagnostics.push(each));
      const api = description && importOpenApi(description);
      return { text: source!.text, api, diagnostics };
    }
  }

  /** Forgets what the load that just ended did not ask for. */
  endLoad(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }
}
