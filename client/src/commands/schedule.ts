import { l10n } from 'vscode';
import { change, changeBy, postUris } from '../posts/postChange.ts';
import type { Command } from './command.ts';

/** Asks for a moment to come and dates posts to it, so that the first build after it publishes them; a text in place of the selected ones goes unasked. */
export const schedule: Command = {
  id: 'galley.schedule',
  run: async ({ server }, post, selected) => {
    const uris = postUris(post, selected);
    if (typeof selected === 'string') return change(server, uris, { kind: 'schedule', when: selected });
    const question = {
      title: l10n.t('Schedule Post'),
      placeholder: '2026-05-01 09:30',
      prompt: l10n.t('The day, or the day and time in the site’s time zone.'),
      value: tomorrow(),
    };
    return changeBy(server, uris, question, (text) => ({ kind: 'schedule', when: text }));
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
