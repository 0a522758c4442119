import type { Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { ConfigurationProblem, Document, Problem, Severity } from '../../service/index.ts';
import type { ResponseContext } from './responseContext.ts';
import { toRange } from './toRange.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A problem as the editor shows it. */
export function toDiagnostic(
  { client, clientUri, rulePages }: ResponseContext,
  document: Document,
  problem: Problem,
): Diagnostic {
  const uri = clientUri(document.uri);
  const related = problem.related?.map(({ range, message }) => ({
    location: { uri, range: toRange(document, range) },
    message,
  }));
  return {
    range: toRange(document, problem.range),
    message: problem.message,
    severity: severities[problem.severity],
    source: 'Galley',
    code: problem.rule,
    ...(rulePages !== undefined && { codeDescription: { href: `${rulePages}/${problem.rule}.md` } }),
    ...(problem.unnecessary && client.showsUnnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related && client.showsRelated && { relatedInformation: related }),
  };
}

/**
 * A problem of a configuration file, from its place to the end of the line; where nothing is left there, on the last
 * characters before it.
 */
export function toConfigurationDiagnostic({ document, offset, message }: ConfigurationProblem): Diagnostic {
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
