import { l10n } from 'vscode';
import { getPostUris } from '../posts/commandTarget.ts';
import type { Command } from './command.ts';

/**
 * Asks for a date in the future and gives it to posts, so that the first build after it publishes them; a text that is
 * passed in place of the selected ones is taken without asking.
 */
export const schedule: Command = {
  id: 'galley.schedule',
  run: async ({ postChanger }, post, selected) => {
    const uris = getPostUris(post, selected);
    if (typeof selected === 'string') return postChanger.change(uris, { kind: 'schedule', when: selected });
    const question = {
      title: l10n.t('Schedule Post'),
      placeholder: '2026-05-01 09:30',
      prompt: l10n.t('The day, or the day and time in the site’s time zone.'),
      value: formatTomorrowMorning(new Date()),
    };
    return postChanger.askAndChange(uris, question, (when) => ({ kind: 'schedule', when }));
  },
};

/** Nine o'clock on the day after a date, in this computer's zone: `2026-05-01 09:00`. */
function formatTomorrowMorning(now: Date): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return `${day.getFullYear()}-${zeroPad(day.getMonth() + 1)}-${zeroPad(day.getDate())} 09:00`;
}

function zeroPad(part: number): string {
  return String(part).padStart(2, '0');
}
