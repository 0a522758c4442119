import type { Environment } from '../../generators/contract/model.ts';
import { Article } from '../../render/article.ts';
import { toPreviewHtml } from '../../render/html.ts';
import { problems } from '../../rules/lint.ts';
import { publicationOf } from '../../site/resolution/publication.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { headOf } from './head.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Rendered } from '../results.ts';

/** Articles of the posts shown last, by URI: the next version of a post is made from what it shares with the one before. */
const articles = new Map<string, Article>();
const mostArticles = 6;

/** A post as its preview shows it. */
export function render(post: OpenPost, environment: Environment): Rendered {
  const { document, syntax } = post;
  const publication = publicationOf(post, environment);
  return {
    version: document.version,
    html: toPreviewHtml(syntax, knowledgeOf(post, publication, environment), articleOf(post)),
    head: headOf(post, publication),
    // The state is on the badge; a hint is not worth a mark in the text.
    problems: problems(post, environment).filter(
      ({ rule, severity }) => rule !== 'not-published' && severity !== 'hint',
    ),
  };
}

function articleOf({ document, dialect }: OpenPost): Article {
  const known = articles.get(document.uri);
  const article = known?.dialect === dialect ? known : new Article(dialect);
  articles.delete(document.uri);
  articles.set(document.uri, article);
  for (const [oldest] of articles) {
    if (articles.size <= mostArticles) break;
    articles.delete(oldest);
  }
  return article;
}
