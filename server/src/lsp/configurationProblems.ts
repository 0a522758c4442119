import type { Connection, Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Site, Workspace } from '../service/index.ts';
import { configurationProblems, Document } from '../service/index.ts';
import { toRange } from './convert/toProtocol.ts';

/** Tells every client, those that ask for problems of posts too, what is wrong with the configuration of its sites. */
export class ConfigurationProblems {
  private shown: ReadonlySet<string> = new Set();
  private sites: readonly Site[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly files: Workspace,
  ) {}

  /** Shows the problems of these sites and takes away those that are mended. */
  async show(sites: readonly Site[]): Promise<void> {
    if (sameErrors(sites, this.sites)) return;
    this.sites = sites;
    const problems = sites.flatMap(configurationProblems);
    const mended = [...this.shown].filter((uri) => !problems.some((problem) => problem.uri === uri));
    this.shown = new Set(problems.map(({ uri }) => uri));
    for (const uri of mended) await this.connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const { uri, offset, message } of problems) {
      const document = new Document(uri, 0, (await this.files.read(uri)) ?? '');
      if (this.sites === sites)
        await this.connection.sendDiagnostics({ uri, diagnostics: [atLine(document, offset, message)] });
    }
  }
}

function sameErrors(sites: readonly Site[], others: readonly Site[]): boolean {
  return (
    sites.length === others.length &&
    sites.every(
      ({ root, generator }, index) =>
        root === others[index]!.root && generator.errors === others[index]!.generator.errors,
    )
  );
}

/** A diagnostic from an offset to the end of its line; where nothing is left there, on the last characters before it. */
function atLine(document: Document, offset: number, message: string): Diagnostic {
  const { text } = document;
  const start = /\S/.test(text.slice(offset)) ? offset : Math.max(0, text.trimEnd().length - 1);
  const length = text.slice(start).search(/[\r\n]|$/);
  return {
    range: toRange(document, { start, end: start + Math.max(1, length) }),
    message,
    severity: DiagnosticSeverity.Error,
    source: 'Galley',
  };
}
