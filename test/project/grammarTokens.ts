import { readFileSync } from 'node:fs';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

/** One entry of `contributes.grammars` in the manifest. */
export interface GrammarContribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

/** A piece of a line, without the spaces around it, and its scopes from the outermost, joined by spaces. */
export interface Token {
  readonly line: string;
  readonly text: string;
  readonly scopes: string;
}

/** The grammars that the manifest contributes; none when it has no such list. */
export const contributedGrammars: readonly GrammarContribution[] =
  JSON.parse(readFileSync('package.json', 'utf8')).contributes.grammars ?? [];

/** Grammars of VS Code, from the package that collects them. */
const builtIn: Readonly<Record<string, string>> = {
  'text.html.markdown': 'markdown',
  'text.html.derivative': 'html-derivative',
  'text.html.basic': 'html',
  'source.yaml': 'yaml',
  'source.json': 'json',
};

function findGrammarFile(scopeName: string): string | undefined {
  const own = contributedGrammars.find((grammar) => grammar.scopeName === scopeName);
  if (own) return own.path;
  return builtIn[scopeName] && `node_modules/tm-grammars/grammars/${builtIn[scopeName]}.json`;
}

/** Loads VS Code's Markdown grammar with ours injected as the manifest says; returns what splits a whole text into tokens. */
export async function createMarkdownTokenizer(): Promise<(text: string) => Token[]> {
  const wasm = readFileSync('node_modules/vscode-oniguruma/release/onig.wasm');
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scopeName) => {
      const file = findGrammarFile(scopeName);
      return file ? parseRawGrammar(readFileSync(file, 'utf8'), file) : null;
    },
    getInjections: (scopeName) =>
      contributedGrammars
        .filter((grammar) => grammar.injectTo?.includes(scopeName))
        .map((grammar) => grammar.scopeName),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('tm-grammars has no Markdown grammar; run npm install.');
  return (text) => {
    let stack = INITIAL;
    return text.split('\n').flatMap((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({
        line,
        text: line.slice(startIndex, endIndex).trim(),
        scopes: scopes.join(' '),
      }));
    });
  };
}
