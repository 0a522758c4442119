import { LanguageModelTextPart, LanguageModelToolResult } from 'vscode';

/** Lines of text as the result of a tool. */
export function toToolResult(lines: readonly string[]): LanguageModelToolResult {
  return new LanguageModelToolResult([new LanguageModelTextPart(lines.join('\n'))]);
}
