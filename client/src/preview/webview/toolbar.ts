import type { ViewOptions } from '../messages.ts';
import { createElement } from './element.ts';
import * as l10n from './l10n.ts';

const defaultOptions: ViewOptions = { view: 'article', width: 'full', marks: 'shown' };

/** Groups of choices of which one is pressed. */
const groups = {
  view: {
    label: l10n.t('View'),
    choices: { article: l10n.t('Article'), share: l10n.t('Share card'), excerpt: l10n.t('Excerpt') },
  },
  width: {
    label: l10n.t('Width'),
    choices: { full: l10n.t('Full'), desktop: l10n.t('Desktop'), phone: l10n.t('Phone') },
  },
} as const;

/** The bar above the page, which chooses what is shown, how wide, with or without proof marks. */
export class Toolbar {
  options: ViewOptions;
  private readonly marks = createButton('');
  private readonly buttons = new Map<string, HTMLButtonElement>();

  constructor(
    private readonly bar: HTMLElement,
    options: ViewOptions | undefined,
    private readonly onChange: (options: ViewOptions) => void,
  ) {
    this.options = { ...defaultOptions, ...options };
    for (const key of ['view', 'width'] as const) bar.append(this.createGroup(key));
    this.marks.classList.add('galley-marks');
    this.marks.addEventListener('click', () =>
      this.set({ marks: this.options.marks === 'shown' ? 'hidden' : 'shown' }),
    );
    bar.append(this.marks);
    bar.addEventListener('keydown', (event) => this.moveFocus(event));
    this.setMarkCount(0);
    this.apply();
  }

  /** Shows how many marks the post has. */
  setMarkCount(marks: number): void {
    this.marks.textContent = marks === 1 ? l10n.t('1 proof mark') : l10n.t('{0} proof marks', marks);
    this.marks.hidden = marks === 0;
    this.bar.hidden = false;
  }

  private createGroup(key: 'view' | 'width'): HTMLElement {
    const { label, choices } = groups[key];
    const group = createElement('div', 'galley-group');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', label);
    for (const [value, text] of Object.entries(choices)) {
      const choice = createButton(text);
      choice.addEventListener('click', () => this.set({ [key]: value } as Partial<ViewOptions>));
      this.buttons.set(`${key} ${value}`, choice);
      group.append(choice);
    }
    return group;
  }

  private set(change: Partial<ViewOptions>): void {
    this.options = { ...this.options, ...change };
    this.apply();
    this.onChange(this.options);
  }

  private apply(): void {
    const { view, width, marks } = this.options;
    Object.assign(document.body.dataset, { view, width, marks });
    for (const [name, choice] of this.buttons)
      choice.setAttribute('aria-pressed', String(name === `view ${view}` || name === `width ${width}`));
    this.marks.setAttribute('aria-pressed', String(marks === 'shown'));
  }

  /** Moves the focus from button to button by the arrow keys, as in every toolbar. */
  private moveFocus(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const all = [...this.bar.querySelectorAll('button')].filter((each) => !each.hidden);
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    all[(at + step + all.length) % all.length]?.focus();
    event.preventDefault();
  }
}

function createButton(text: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  return button;
}
