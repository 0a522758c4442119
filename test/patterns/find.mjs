// The regular expressions of what ships, with the text of each, as the compiler's tree has them.
import { readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { API } from 'typescript/unstable/sync';
import * as is from 'typescript/unstable/ast/is';

/** The folder of the project, with slashes as the compiler writes them. */
const root = process.cwd().replaceAll(sep, '/');

/** Configurations of the projects that `tsconfig.json` names, but for the tests. */
const projects = JSON.parse(readFileSync('tsconfig.json', 'utf8'))
  .references.filter(({ path }) => path !== 'test')
  .map(({ path }) => `${root}/${path}/tsconfig.json`);

/** Methods that make a regular expression of a text. */
const searches = new Set(['match', 'matchAll', 'search']);

/**
 * Finds the regular expressions of all projects: their places (`file:line`), and `source` and `flags`, or neither where
 * these are only known when the program runs. A text that is made into one without being run (`void new RegExp(text)`)
 * is none.
 */
export function findPatterns() {
  const api = new API({ cwd: process.cwd() });
  try {
    const snapshot = api.updateSnapshot({ openProjects: projects });
    const found = new Map();
    for (const path of projects) {
      const project = snapshot.getProject(path);
      for (const file of project.rootFiles) if (!found.has(file)) found.set(file, findInFile(file, project));
    }
    return [...found.values()].flat();
  } finally {
    api.close();
  }
}

function findInFile(path, project) {
  const file = project.program.getSourceFile(path);
  const found = [];
  const visit = (node) => {
    const pattern = toPattern(node, project);
    if (pattern) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({ place: `${posix.relative(root, path)}:${line + 1}`, ...pattern });
    }
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

/** The pattern that a node writes or makes; undefined for other nodes. */
function toPattern(node, project) {
  if (is.isRegularExpressionLiteral(node)) return splitLiteral(node);
  const isMade = (is.isNewExpression(node) || is.isCallExpression(node)) && node.expression.text === 'RegExp';
  if (isMade && !is.isVoidExpression(node.parent)) return evaluateArguments(node.arguments, project);
  const isSearch = is.isCallExpression(node) && searches.has(node.expression.name?.text) && node.arguments.length === 1;
  return isSearch && isText(node.arguments[0], project) ? evaluateArguments(node.arguments, project) : undefined;
}

function splitLiteral({ text }) {
  const end = text.lastIndexOf('/');
  return { source: text.slice(1, end), flags: text.slice(end + 1) };
}

function isText(node, { checker }) {
  const type = checker.getTypeAtLocation(node);
  return type !== undefined && checker.isTypeAssignableTo(type, checker.getStringType());
}

function evaluateArguments([pattern, flags], project) {
  const source = evaluate(pattern, project);
  const written = flags === undefined ? '' : evaluate(flags, project);
  return source === undefined || written === undefined ? {} : { source, flags: written };
}

/** The text of an expression made of literals and constants, of a pattern its source; undefined for any other. */
function evaluate(node, project) {
  if (is.isStringLiteral(node) || is.isNoSubstitutionTemplateLiteral(node) || is.isNumericLiteral(node))
    return node.text;
  if (is.isRegularExpressionLiteral(node)) return splitLiteral(node).source;
  if (is.isTemplateExpression(node)) return evaluateTemplate(node, project, ({ text }) => text);
  if (is.isTaggedTemplateExpression(node) && node.tag.name?.text === 'raw')
    return is.isNoSubstitutionTemplateLiteral(node.template)
      ? rawText(node.template)
      : evaluateTemplate(node.template, project, rawText);
  return is.isIdentifier(node) ? evaluateConstant(node, project) : undefined;
}

function evaluateTemplate({ head, templateSpans }, project, toText) {
  const values = templateSpans.map(({ expression }) => evaluate(expression, project));
  if (values.includes(undefined)) return undefined;
  return toText(head) + templateSpans.map(({ literal }, index) => values[index] + toText(literal)).join('');
}

/** What stands between the marks around a part of a template, escapes as they are written. */
function rawText(node) {
  return node.getText().replace(/^[`}]|(?:`|\$\{)$/g, '');
}

/** The value of a name that a `const` of the same module declares. */
function evaluateConstant(node, project) {
  const { checker } = project;
  const symbol = checker.getSymbolAtLocation(node);
  const declaration = symbol?.valueDeclaration?.resolve(project);
  const isConstant = declaration && is.isVariableDeclaration(declaration) && declaration.initializer;
  return isConstant && declaration.parent.getText().startsWith('const ')
    ? evaluate(declaration.initializer, project)
    : undefined;
}
