import { type Recording, recording } from '../../src/people/kept-files/media.fixture.ts';

/** An invented film of about so many bytes: pictures and sound. */
export async function film(bytes: number): Promise<Blob> {
  const frameBytes = 50_000;
  const frames = Math.floor(bytes / (2 * frameBytes));
  return made('mp4', { video: 'avc', audio: 'aac', frames, frameBytes });
}

/** An invented sound. */
export const sound = (): Promise<Blob> => made('wav', { audio: 'pcm-s16', frames: 50, frameBytes: 9_600 });

const made = async (format: 'mp4' | 'wav', asked: Recording): Promise<Blob> =>
  new Blob([new Uint8Array(await recording(format, asked))]);

/** Somebody of the demonstration, signed in. */
export interface Sender {
  origin: string;
  cookie: string;
}

/** As a browser without script signs in. */
export async function signIn(origin: string, name: string): Promise<Sender> {
  const page = await (await fetch(`${origin}/sign-in`)).text();
  const before = page.slice(0, page.indexOf(`type="submit">${name}<`));
  const last = (field: string) =>
    [...before.matchAll(new RegExp(`name="${field}" value="([^"]+)"`, 'g'))].at(-1)?.[1] ?? '';
  const answer = await fetch(`${origin}/sign-in`, {
    ...{ method: 'POST', redirect: 'manual', headers: { origin } },
    body: new URLSearchParams({ council: last('council'), persona: last('persona') }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  if (!cookie) throw new Error(`${name} was not let in (${answer.status})`);
  return { origin, cookie };
}

/** Tells a story with this file in it, and gives the address of the story. */
export async function tellStory({ origin, cookie }: Sender, file: Blob): Promise<string> {
  const at = `${origin}/my/stories/begin`;
  const page = await (await fetch(at, { headers: { cookie } })).text();
  const form = new FormData();
  for (const name of ['csrf', 'submission'])
    form.set(name, new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '');
  form.set('title', 'A film, to measure');
  form.set('file', file, 'film');
  form.set('inWords', 'Nothing is seen in it.');
  const answer = await fetch(at, {
    ...{ method: 'POST', redirect: 'manual', body: form },
    headers: { cookie, origin },
  });
  const to = answer.headers.get('location');
  await answer.text();
  if (answer.status !== 303 || !to) throw new Error(`the story was not kept: it answered ${answer.status}`);
  return origin + to;
}

/** The same bytes, to a server that keeps them as they come. */
export async function sendBare(origin: string, file: Blob): Promise<void> {
  const answer = await fetch(origin, { method: 'POST', body: file });
  if (!answer.ok) throw new Error(`the bare server answered ${answer.status}`);
}
