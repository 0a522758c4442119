import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dialects } from '../../server/src/service/dialects/index.ts';
import { rules } from '../../server/src/service/rules/index.ts';

/** Text that follows from the lists in the code: manifest settings and README tables. */
interface Generated {
  readonly file: string;
  /** The file as it should be. */
  make(current: string): string;
}

const generated: readonly Generated[] = [
  { file: 'package.json', make: updateDialects },
  { file: 'package.json', make: updateRuleSettings },
  { file: 'package.nls.json', make: updateRuleTexts },
  { file: 'README.md', make: (current) => replaceBetween(current, 'rules', createRuleTable()) },
];

/** Files whose generated parts do not say what the code says. */
export function listStaleFiles(): string[] {
  return generated
    .filter(({ file, make }) => existsSync(file) && make(readFileSync(file, 'utf8')) !== readFileSync(file, 'utf8'))
    .map(({ file }) => file);
}

/** Writes every generated part again. */
export function generate(): void {
  for (const { file, make } of generated) if (existsSync(file)) writeFileSync(file, make(readFileSync(file, 'utf8')));
}

interface Category {
  readonly title: string;
  readonly order?: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

const rulesTitle = '%settings.rules%';

function updateDialects(current: string): string {
  const manifest = JSON.parse(current) as { contributes: { configuration: Category[] } };
  for (const { properties } of manifest.contributes.configuration) {
    const setting = properties['galley.dialect'] as Record<string, unknown> | undefined;
    const ids = ['auto', ...Object.keys(dialects)];
    if (setting)
      Object.assign(setting, { enum: ids, markdownEnumDescriptions: ids.map((id) => `%setting.dialect.${id}%`) });
  }
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function updateRuleSettings(current: string): string {
  const manifest = JSON.parse(current) as { contributes: { configuration?: Category[] } };
  const properties = Object.fromEntries(
    rules.map((rule, order) => [`galley.rules.${rule.id}`, createSetting(rule, order)]),
  );
  const others = (manifest.contributes.configuration ?? []).filter(({ title }) => title !== rulesTitle);
  manifest.contributes.configuration = [...others, { title: rulesTitle, order: 10, properties }];
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function createSetting(rule: (typeof rules)[number], order: number): unknown {
  return {
    type: 'string',
    enum: ['default', 'off', 'hint', 'info', 'warning', 'error'],
    default: 'default',
    scope: 'resource',
    order,
    markdownDescription: `%rule.${rule.id}%`,
  };
}

function updateRuleTexts(current: string): string {
  const others = Object.entries(JSON.parse(current) as Record<string, string>).filter(
    ([key]) => !key.startsWith('rule.'),
  );
  const texts = rules.map((rule) => [`rule.${rule.id}`, `${rule.summary} Default: ${rule.severity}.`]);
  return `${JSON.stringify(Object.fromEntries([...others, ...texts]), null, 2)}\n`;
}

function createRuleTable(): string {
  const rows = rules.map(
    (rule) => `| [${rule.id}](server/src/service/rules/${rule.id}.md) | ${rule.severity} | ${rule.summary} |`,
  );
  return ['| Rule | Severity | Says |', '|---|---|---|', ...rows].join('\n');
}

/** Replaces the text between the two comments of a name. */
function replaceBetween(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) throw new Error(`README.md needs the comments ${open} and ${close}.`);
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`;
}
