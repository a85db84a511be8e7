import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { readAloudScript } from './read-aloud.ts';

interface Piece {
  textContent: string;
  isControl?: boolean;
}

/** A browser as far as the script sees one: a button, the page's pieces, and a voice where it has one. */
function browser(pieces: Piece[], hasVoice: boolean) {
  const spoken: string[] = [];
  const pressed: (() => void)[] = [];
  let saying: { text: string; onend?: () => void } | null = null;
  const page = {
    lang: 'cy',
    querySelectorAll: () =>
      pieces.map((one) => ({
        ...one,
        closest: () => (one.isControl ? {} : null),
        querySelector: () => null,
      })),
  };
  const button = {
    ...{ textContent: 'Read', hidden: true, dataset: { aloud: 'Stop' } },
    closest: () => page,
    addEventListener: (_kind: string, act: () => void) => pressed.push(act),
  };
  const world = {
    document: { querySelector: () => button },
    addEventListener: () => {},
    SpeechSynthesisUtterance: class {
      text: string;
      lang = '';
      constructor(text: string) {
        this.text = text;
      }
    },
    ...(hasVoice
      ? {
          speechSynthesis: {
            cancel: () => {
              saying = null;
            },
            speak: (said: { text: string; lang: string }) => {
              saying = said;
              spoken.push(`${said.lang}: ${said.text}`);
            },
          },
        }
      : {}),
  };
  runInNewContext(readAloudScript, world);
  return { button, spoken, press: () => pressed.at(0)?.(), ends: () => saying?.onend?.() };
}

describe('read this aloud', () => {
  it('shows its button only where the browser has a voice', () => {
    assert.equal(browser([], true).button.hidden, false);
    assert.equal(browser([], false).button.hidden, true);
  });

  it('reads the page piece by piece in its own language, without what is only to press, and then offers again', () => {
    const open = browser(
      [{ textContent: 'Now' }, { textContent: 'Skip', isControl: true }, { textContent: ' Ring us. ' }],
      true,
    );
    open.press();
    assert.equal(open.button.textContent, 'Stop');
    open.ends();
    open.ends();
    assert.deepEqual(open.spoken, ['cy: Now', 'cy: Ring us.']);
    assert.equal(open.button.textContent, 'Read');
  });

  it('stops when it is pressed again', () => {
    const open = browser([{ textContent: 'One' }, { textContent: 'Two' }], true);
    open.press();
    open.press();
    open.ends();
    assert.deepEqual(open.spoken, ['cy: One']);
    assert.equal(open.button.textContent, 'Read');
  });

  it('survives being written into a page: nothing in it is escaped there', () => {
    assert.doesNotMatch(readAloudScript, /[<&"]/);
  });
});
