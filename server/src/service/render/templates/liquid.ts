import { Context, Liquid } from 'liquidjs';
import type { TemplateScope } from '../../generators/contract/preview.ts';
import type { TemplateContext } from './templateContext.ts';

/** Renders Liquid for one post as the build would, as far as the site is known. */
export class LiquidRenderer {
  private readonly engine: Liquid;
  private readonly context: Context;

  constructor(context: TemplateContext) {
    const { scope } = context;
    this.engine = createEngine(context);
    this.context = new Context({ page: scope.page, site: scope.site, layout: {} }, this.engine.options, {
      sync: true,
    });
  }

  /** Renders a tag, an output or a block; undefined where an error or an unknown value leaves it to the build. Assigned variables stay for the next call. */
  render(source: string): string | undefined {
    try {
      return String(this.engine.renderSync(this.engine.parse(source), this.context));
    } catch {
      return undefined;
    }
  }
}

/** Posts are not trusted: loops and texts are limited. */
const limits = { memoryLimit: 1e6, renderLimit: 1000, parseLimit: 1e6 };

function createEngine({ scope, tags, filters }: TemplateContext): Liquid {
  const engine = new Liquid({
    ...limits,
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    jekyllInclude: true,
    jekyllWhere: true,
    dynamicPartials: false,
    relativeReference: false,
    fs: createFileSystem(scope),
  });
  for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, filter);
  for (const [name, { argumentKind }] of tags)
    if (argumentKind === 'post' || argumentKind === 'any file') engine.registerTag(name, createUrlTag(scope));
  return engine;
}

/** Creates the file system of included files, by the name in the tag. */
function createFileSystem(scope: TemplateScope): NonNullable<ConstructorParameters<typeof Liquid>[0]>['fs'] {
  const read = (name: string): string => {
    const text = scope.readInclude(name);
    if (text === undefined) throw new Error(`There is no include ${name}.`);
    return text;
  };
  return {
    readFileSync: read,
    readFile: (name) => Promise.resolve(read(name)),
    existsSync: (name) => scope.readInclude(name) !== undefined,
    exists: (name) => Promise.resolve(scope.readInclude(name) !== undefined),
    contains: () => Promise.resolve(true),
    containsSync: () => true,
    resolve: (_folder, name) => name,
    sep: '/',
    dirname: () => '',
  };
}

/** Creates a tag that prints the URL of the page it names: `{% link path %}`. */
function createUrlTag(scope: TemplateScope): Exclude<Parameters<Liquid['registerTag']>[1], Function> {
  return {
    parse(token: { readonly args: string }) {
      this['target'] = token.args.trim().replace(/^["']|["']$/g, '');
    },
    render() {
      const found = scope.findPage(String(this['target']));
      if (!found) throw new Error('There is no such page.');
      return found.url;
    },
  };
}
