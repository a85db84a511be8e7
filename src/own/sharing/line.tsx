import { headingsOf } from '../../people/about-me/headings.ts';
import { isDay } from '../../platform/clock.ts';
import type { LineAsShared, LineKind } from '../line/line.ts';
import type { Words } from '../words/english.ts';

export interface LineShownProps {
  line: LineAsShared;
  kind: LineKind;
  /** Whoever shares it, by the name they like. */
  sharer: string;
  words: Words;
}

/** One line of a story as whoever it is shared with sees it: the same here before it is shared, and there after. */
export function LineShown({ line, kind, sharer, words }: LineShownProps) {
  const { sharing, dates } = words;
  const from = line.fromKind === 'them' ? sharing.ownWords(sharer) : sharing.from[line.fromKind];
  const title = titleOf({ line, kind, sharer, words });
  return (
    <div class="app-shared-line">
      {title ? (
        <p>
          <b>{title}</b>
        </p>
      ) : null}
      <dl class="app-voices">
        {line.words.map(({ voice, who, words: said }) => (
          <div class="app-voice">
            <dt>{voice === 'said' ? sharing.saidBy(who ?? sharer) : (sharing.voices[voice] ?? '')}</dt>
            <dd>{partInWords(voice, said, words)}</dd>
          </div>
        ))}
      </dl>
      <p class="app-by">
        {[from, line.fromName, line.saidOn ? dates.day(line.saidOn) : ''].filter((part) => part).join(' · ')}
      </p>
    </div>
  );
}

function titleOf({ line: { title }, kind, sharer, words }: LineShownProps): string {
  const { sharing, about, talked } = words;
  if (kind === 'matters') return sharing.matters;
  // Something that happened is named by its kind: titles written for staff are not shown. “Your plan” is theirs by name.
  if (kind === 'talked') {
    const byName: Partial<Record<string, (name: string) => string>> = sharing.happened;
    const asTold: Partial<Record<string, string>> = talked.kinds;
    return byName[title]?.(sharer) ?? asTold[title] ?? talked.otherKind;
  }
  if (kind !== 'about') return title;
  // A heading of About me is kept by its key.
  const known = headingsOf({}).find(({ key }) => key === title);
  return about.headingOf(known?.heading ?? sentenced(title.replaceAll('-', ' ')));
}

const sentenced = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function partInWords(voice: string, said: string, { sharing, dates }: Words): string {
  if (voice === 'due' && isDay(said)) return dates.day(said);
  if (voice === 'state') return sharing.states[said] ?? said;
  if (voice === 'willing' || voice === 'able') return sharing.yesNo[said] ?? said;
  return said;
}
