import type { Site } from '../../site/site.ts';

const memo = new WeakMap<Site, readonly string[]>();

/** Layouts that the site is seen to have: any post's, and those its configuration gives as defaults; most used first. */
export function layoutsOf(site: Site): readonly string[] {
  const known = memo.get(site);
  if (known) return known;
  const counts = new Map<string, number>();
  const count = (layout: unknown): void => {
    if (typeof layout === 'string' && layout !== '') counts.set(layout, (counts.get(layout) ?? 0) + 1);
  };
  for (const { frontMatter } of site.posts.values()) count(frontMatter?.data.layout);
  for (const entry of listOf(site.configuration.data.defaults)) count(recordOf(recordOf(entry).values).layout);
  const layouts = [...counts].sort(([, a], [, b]) => b - a).map(([layout]) => layout);
  memo.set(site, layouts);
  return layouts;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
