import { memoizeByName } from '../../text/memo.ts';
import { dirname } from '../../text/paths.ts';
import type { Pattern } from '../../text/pattern.ts';
import { compileScriptPattern, isRefused } from '../../text/pattern.ts';
import type { ConfiguredGenerator } from '../contract/generator.ts';
import type { SiteView } from '../contract/model.ts';
import { listImportedFiles } from './script/index.ts';
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
  const { linking } = generator;
  if (!linking) return generator;
  const imported = new Set(listImportedFiles(configuration.text, dirname(configuration.path)));
  const find = (siteView: SiteView, address: string): string | undefined =>
    readRewriters(siteView, configuration, imported).find(({ changes }) => changes(address))?.path;
  return {
    ...generator,
    isSupportFile: (path) => imported.has(path) || generator.isSupportFile?.(path) === true,
    linking: {
      ...linking,
      findRewriter: (siteView, use, address) =>
        linking.findRewriter?.(siteView, use, address) ?? find(siteView, address),
      listUnreported: (siteView) => [
        ...(linking.listUnreported?.(siteView) ?? []),
        ...readRewriters(siteView, configuration, imported).map(
          ({ path }) => `Broken links that \`${path}\` may lead elsewhere are not reported.`,
        ),
      ],
    },
  };
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
  /\.(?:url|href|src)\s*=[^=]|\[\s*["'](?:url|href|src)["']\s*\]\s*=[^=]|\battrSet\(\s*["'](?:href|src)["']|\battrs\[\w+\]\[1\]\s*=[^=]/;

/** Names of variables and properties that hold addresses. */
const addressName = /url|href|src|link|uri|dest|path/i;

/** A call by which a value is compared with a text or a pattern: `node.url.startsWith("../")`, `href.replace(/^old/, …)`. */
const comparison = /\??\.(?:startsWith|endsWith|includes|match|replace|replaceAll)\(\s*(["'/])/g;

/** The call of a pattern: `/\.md$/.test(node.url)`, from the end of the pattern on. */
const patternCall = /\/[a-z]*\.(?:test|exec)\(([\w$.?]*)\)/g;

/** The end of a condition, and what leaves an address as it is: nothing is returned, or the node itself. */
const leaving = /\)\s*(?:return|continue)[^\S\n]*(?:$|\n|node\b|undefined\b)/;
const leavingInBraces = /^\{\s*(?:return|continue)[^\S\n]*(?:[;}\n]|node\b|undefined\b)/;

/** What an address is tested for. */
interface AddressTest {
  readonly contains: string | Pattern | 'unknown';
  /** Where the test begins and ends. */
  readonly start: number;
  readonly end: number;
}

/**
 * Returns whether code may change an address, by the texts and patterns that it tests addresses for; every one where it tests for
 * none, or only for those that it leaves; undefined for code that changes none.
 */
function findChanged(code: string): LinkRewriter['changes'] | undefined {
  if (!assignment.test(code)) return undefined;
  const tests = [...findComparisons(code), ...findPatternCalls(code)].filter(
    ({ start, end }) => !isNegated(code, start) && !isLeft(code.slice(end, end + 400)),
  );
  if (tests.length === 0 || tests.some(({ contains }) => contains === 'unknown')) return () => true;
  return (address) =>
    tests.some(({ contains }) =>
      typeof contains === 'string' ? address.includes(contains) : contains.test(address) !== false,
    );
}

function findComparisons(code: string): AddressTest[] {
  return [...code.matchAll(comparison)].flatMap(({ 0: whole, 1: delimiter, index }) => {
    const start = findNameStart(code, index);
    if (!addressName.test(code.slice(start, index))) return [];
    const from = index + whole.length;
    const end = findDelimiter(code, from, delimiter!);
    const written = code.slice(from, end);
    return [{ contains: delimiter === '/' ? toPattern(written) : unescapeText(written), start, end: end + 1 }];
  });
}

function findPatternCalls(code: string): AddressTest[] {
  return [...code.matchAll(patternCall)].flatMap(({ 0: whole, 1: argument, index }) => {
    const line = code.slice(code.lastIndexOf('\n', index) + 1, index);
    const [opening] = /(?:^|[(!=&|,:?\s])\/[^]*$/.exec(line) ?? [];
    if (opening === undefined || !addressName.test(argument!)) return [];
    const start = index - opening.length + opening.indexOf('/');
    return [{ contains: toPattern(code.slice(start + 1, index)), start, end: index + whole.length - 1 }];
  });
}

function toPattern(source: string): AddressTest['contains'] {
  const pattern = compileScriptPattern(source);
  return isRefused(pattern) ? 'unknown' : pattern;
}

/** Returns where a text or a pattern ends that begins at an offset: at the first delimiter on its line without a backslash before it. */
function findDelimiter(code: string, start: number, delimiter: string): number {
  let at = start;
  while (at < code.length && code[at] !== delimiter && code[at] !== '\n') at += code[at] === '\\' ? 2 : 1;
  return Math.min(at, code.length);
}

/** Returns where the name starts that ends at an offset: `url` of `node.url`. */
function findNameStart(code: string, end: number): number {
  let at = end;
  while (at > 0 && /\w/.test(code[at - 1]!)) at--;
  return at;
}

/** Whether what follows a test in code leaves the address as it is. */
function isLeft(rest: string): boolean {
  const end = rest.search(/[;{}]/);
  const condition = end < 0 ? rest : rest.slice(0, end);
  return leaving.test(condition) || (condition.trimEnd().endsWith(')') && leavingInBraces.test(rest.slice(end)));
}

/** Whether `!` stands before the value that a test begins with. */
function isNegated(code: string, start: number): boolean {
  let at = start;
  while (at > 0 && /[\w$.?[\]]/.test(code[at - 1]!)) at--;
  return code[at - 1] === '!';
}
