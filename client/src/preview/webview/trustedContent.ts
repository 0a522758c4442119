interface Rules {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Rules): Rules;
}

declare const trustedTypes: TrustedTypes | undefined;

/**
 * Turns strings into elements and scripts: the one place of the page that may. The server has sanitized the HTML, and
 * the only script it loads is Galley's.
 */
export class TrustedContent {
  /** The page's own script element, which has the address of the other one. */
  private readonly ownScript = document.querySelector<HTMLScriptElement>('script[data-math]')!;
  private readonly rules: Rules;

  constructor() {
    const rules: Rules = { createHTML: (html) => html, createScriptURL: () => this.ownScript.dataset['math']! };
    this.rules = typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy('galley', rules);
  }

  /** The blocks of a post's body; nothing in them loads or runs. */
  parseBlocks(html: string): Element[] {
    const parsed = new DOMParser().parseFromString(this.rules.createHTML(html), 'text/html');
    for (const text of [...parsed.body.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)) {
      if (text.textContent?.trim())
        text.replaceWith(Object.assign(parsed.createElement('p'), { textContent: text.textContent }));
    }
    return [...parsed.body.children].map((element) => document.adoptNode(element));
  }

  /** Loads the script that renders formulas. */
  loadMath(): void {
    const script = document.createElement('script');
    script.nonce = this.ownScript.nonce;
    script.src = this.rules.createScriptURL('math');
    document.body.append(script);
  }
}
