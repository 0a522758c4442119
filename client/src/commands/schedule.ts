import { l10n } from 'vscode';
import { change, changeBy, postUri } from '../postChange.ts';
import type { Command } from './command.ts';

/** Asks for a moment to come and dates a post to it, so that the first build after it publishes the post; `when` goes unasked. */
export const schedule: Command = {
  id: 'galley.schedule',
  run: async ({ server }, post, when) => {
    const uri = postUri(post);
    if (typeof when === 'string') return change(server, uri, { kind: 'schedule', when });
    const question = {
      title: l10n.t('Schedule Post'),
      placeholder: '2026-05-01 09:30',
      prompt: l10n.t('The day, or the day and time in the site’s time zone.'),
      value: tomorrow(),
    };
    return changeBy(server, uri, question, (text) => ({ kind: 'schedule', when: text }));
  },
};

function tomorrow(): string {
  const day = new Date();
  day.setDate(day.getDate() + 1);
  return `${day.getFullYear()}-${twoDigits(day.getMonth() + 1)}-${twoDigits(day.getDate())} 09:00`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
