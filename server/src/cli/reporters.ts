import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Document, Problem, Severity } from '../service/index.ts';
import { encodeUriComponent, rules } from '../service/index.ts';
import type { OutputStyle, Totals } from './report.ts';
import { formatProblemAsJson, formatProblem, formatSummary } from './report.ts';
import { toPrintable, toPrintableJson } from './terminal.ts';
import type { CheckFormat } from './usage.ts';
import { version } from './version.ts';

/** A problem and where it is. */
interface ReportedProblem {
  /** Relative to the site root, with `/`. */
  readonly file: string;
  /** Relative to the current folder. */
  readonly path: string;
  readonly document: Document;
  readonly problem: Problem;
}

/** How a check is printed, line by line as it goes. */
export interface Reporter {
  /** Undefined for nothing. */
  readonly head?: string;
  line(found: ReportedProblem): string;
  tail?(totals: Totals): string;
}

/** The reporter of a format. */
export function createReporter(format: CheckFormat, style: OutputStyle): Reporter {
  return {
    pretty: () => createPrettyReporter(style),
    json: () => jsonReporter,
    github: () => githubReporter,
    sarif: createSarifReporter,
  }[format]();
}

function createPrettyReporter(style: OutputStyle): Reporter {
  return {
    line: ({ path, document, problem }) => formatProblem(path, document, problem, style),
    tail: (totals) => formatSummary(totals, style),
  };
}

const jsonReporter: Reporter = { line: ({ file, document, problem }) => formatProblemAsJson(file, document, problem) };

/**
 * Workflow commands of GitHub Actions, which become annotations
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
const githubReporter: Reporter = {
  line: ({ path, document, problem: { range, rule, severity, message } }) => {
    const { startLine, startColumn, endLine, endColumn } = toRegion(document, range);
    const level = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' }[severity];
    const end = endLine === startLine ? `,endColumn=${endColumn}` : '';
    return `::${level} file=${escapeProperty(toSlashes(path))},line=${startLine},endLine=${endLine},col=${startColumn}${end},title=${escapeProperty(rule)}::${escapeData(message)}`;
  },
  tail: (totals) => formatSummary(totals, 'plain'),
};

/** What GitHub decodes again; all else that a log would obey is made visible. */
function escapeData(text: string): string {
  const encoded = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return toPrintable(encoded);
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

const sarifLevels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** SARIF 2.1.0 (OASIS), written result by result: one run in one object. */
function createSarifReporter(): Reporter {
  let isFirst = true;
  const driver = { name: 'Galley', version: version(), rules: rules.map(toSarifRule) };
  return {
    head: `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},"columnKind":"utf16CodeUnits","results":[`,
    line: (found) => {
      const comma = isFirst ? '' : ',';
      isFirst = false;
      return `${comma}${toPrintableJson(toSarifResult(found))}`;
    },
    tail: (totals) => `],"invocations":[${toPrintableJson(toSarifInvocation(totals))}]}]}`,
  };
}

function toSarifInvocation({ isComplete, omissions }: Totals): object {
  const notifications = omissions.map((text) => ({ level: 'warning', message: { text } }));
  return {
    executionSuccessful: isComplete,
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  };
}

function toSarifRule({ id, summary: text, severity }: (typeof rules)[number]): object {
  return {
    id,
    shortDescription: { text },
    helpUri: pathToFileURL(join(__dirname, 'rules', `${id}.md`)).href,
    defaultConfiguration: { level: sarifLevels[severity] },
  };
}

function toSarifResult({ path, document, problem: { range, rule, severity, message } }: ReportedProblem): object {
  const uri = toSlashes(path).split('/').map(encodeUriComponent).join('/');
  const physicalLocation = { artifactLocation: { uri }, region: toRegion(document, range) };
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: sarifLevels[severity],
    message: { text: message },
    locations: [{ physicalLocation }],
  };
}

/** Lines and columns from 1, the last column exclusive. */
function toRegion(
  document: Document,
  { start, end }: Problem['range'],
): Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number> {
  const [from, to] = [document.positionAt(start), document.positionAt(end)];
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

function toSlashes(path: string): string {
  return path.split(sep).join('/');
}
