import { memoizeByName } from '../../text/memo.ts';
import { dirname, resolvePath } from '../../text/paths.ts';
import type { Pattern } from '../../text/pattern.ts';
import { compileScriptPattern, isRefused } from '../../text/pattern.ts';
import type { ConfiguredGenerator } from '../contract/generator.ts';
import type { SiteView } from '../contract/model.ts';
import { unescapeText } from './script/scalars.ts';

/** A configuration written as a program, through which code of the site reaches the Markdown engine. */
interface Configuration {
  /** Relative to the site root, where the configuration is. */
  readonly path: string;
  readonly text: string;
}

/** A program that gives links or images of Markdown other addresses: a plugin of remark, rehype or markdown-it. */
interface LinkRewriter {
  readonly path: string;
  /** Whether it may change an address, as written. */
  changes(address: string): boolean;
}

/**
 * Returns a generator that knows what code of its site does to the addresses of links and images: that of the configuration
 * itself and of the site's files that it imports. Packages are not read.
 */
export function withLinkRewriters(generator: ConfiguredGenerator, configuration: Configuration): ConfiguredGenerator {
  const imported = new Set(listImported(configuration));
  const { linking } = generator;
  if (!linking) return generator;
  const find = (siteView: SiteView, address: string): string | undefined =>
    readRewriters(siteView, configuration, imported).find(({ changes }) => changes(address))?.path;
  return {
    ...generator,
    isSupportFile: (path) => imported.has(path) || generator.isSupportFile?.(path) === true,
    linking: {
      ...linking,
      findRewriter: (siteView, _use, address) => find(siteView, address),
      listUnreported: (siteView) => [
        ...(linking.listUnreported?.(siteView) ?? []),
        ...readRewriters(siteView, configuration, imported).map(
          ({ path }) => `Broken links that \`${path}\` may lead elsewhere are not reported.`,
        ),
      ],
    },
  };
}

const relativeImport = /\b(?:from|require\(|import\(|import)\s*["'](\.{1,2}\/[^"'\n]{1,200})["']/g;
const endings = ['', '.js', '.ts', '.mjs', '.cjs', '.mts', '.cts', '/index.js', '/index.ts', '/index.mjs'];

/** Returns the paths that the files a configuration imports can have. */
function listImported({ path, text }: Configuration): string[] {
  return [...text.matchAll(relativeImport)].flatMap(([, written]) => {
    const imported = resolvePath(written!, dirname(path));
    return imported === undefined ? [] : endings.map((ending) => imported + ending);
  });
}

const readRewriters = memoizeByName(
  (siteView: SiteView, { path, text }: Configuration, imported: ReadonlySet<string>): readonly LinkRewriter[] =>
    [[path, text] as const, ...siteView.getTexts((each) => imported.has(each))].flatMap(([each, code]) => {
      const changes = findChanged(code);
      return changes ? [{ path: each, changes }] : [];
    }),
);

/** What gives a link or an image another address: in the trees of remark and rehype, and in the tokens of markdown-it. */
const assignment =
  /\.(?:url|href|src)\s*=(?!=)|\[\s*["'](?:url|href|src)["']\s*\]\s*=(?!=)|\battrSet\(\s*["'](?:href|src)["']|\battrs\[\w+\]\[1\]\s*=(?!=)/;

/** A test of an address for a text: `node.url.startsWith("../")`; with what stands before it, `!`. */
const textTest =
  /(!?)\b(?:[\w$]{1,40}[.?]{1,2}){0,6}\w{0,20}(?:url|href|src|link|uri|dest|path)\w{0,20}\??\.(?:startsWith|endsWith|includes|replace|replaceAll)\(\s*(?:"([^"\n]{1,200})"|'([^'\n]{1,200})')/gi;

/** A test of an address for a pattern: `/\.md$/.test(node.url)`, `node.url.replace(/^old/, …)`. */
const patternTest =
  /(!?)(?:\/((?:\\.|[^/\\\n]){1,200})\/[a-z]{0,6}\.(?:test|exec)\([\w$.?]{0,100}(?:url|href|src|link|uri|dest|path)\w{0,20}\)|(?:url|href|src|link|uri|dest|path)\w{0,20}\??\.(?:match|replace|replaceAll)\(\s*\/((?:\\.|[^/\\\n]){1,200})\/)/gi;

/** A condition that leaves an address as it is. */
const leaving = /^[^;{}]{0,200}\)\s*(?:\{\s*)?(?:return|continue)\b\s*(?:[;}\n]|node\b|undefined\b)/;

/**
 * Returns whether code may change an address, by the texts and patterns that it tests addresses for; every one where it tests for
 * none, or only for those that it leaves; undefined for code that changes none.
 */
function findChanged(code: string): LinkRewriter['changes'] | undefined {
  if (!assignment.test(code)) return undefined;
  const isPositive = (not: string, end: number): boolean => not === '' && !leaving.test(code.slice(end, end + 400));
  const texts = [...code.matchAll(textTest)].flatMap(({ 0: whole, 1: not, 2: double, 3: single, index }) =>
    isPositive(not!, index + whole.length) ? [unescapeText(double ?? single!)] : [],
  );
  const patterns = [...code.matchAll(patternTest)].flatMap(({ 0: whole, 1: not, 2: tested, 3: matched, index }) =>
    isPositive(not!, index + whole.length) ? [compileScriptPattern(tested ?? matched!)] : [],
  );
  if ((texts.length === 0 && patterns.length === 0) || patterns.some(isRefused)) return () => true;
  const readable = patterns.filter((each): each is Pattern => !isRefused(each));
  return (address) => texts.some((text) => address.includes(text)) || readable.some((each) => each.test(address));
}
