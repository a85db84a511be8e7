// What script adds: drafts that keep themselves, and boxes that grow with the writing. Every page works without it.

const pause = 2_000;
const announceEvery = 60_000;
const longestWait = 60_000;

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
  timeZone: 'Europe/London',
});

const offlineWords =
  'You are offline. Keep writing: your words stay on this page and are saved when you are back.';
const failedWords = 'Not saved yet. Your words are still on this page, and we keep trying.';
const otherTabWords =
  'You have been writing this in another tab too. Your words are still on this page: press “Keep as a draft” to see both.';
const signedOutWords =
  'You have been signed out. Your words are still on this page. Sign in again in another tab, then carry on here.';

for (const form of document.querySelectorAll('form[data-draft]')) keepDraft(form);
for (const box of document.querySelectorAll('textarea')) grow(box);
for (const form of document.querySelectorAll('form[data-pick]')) pickWords(form);
for (const radio of document.querySelectorAll('input[type=radio][aria-controls]')) tellPlainly(radio);
for (const part of document.querySelectorAll('[data-key]')) useKey(part, part.querySelector('form'));

/** A radio cannot be “expanded” (WAI-ARIA 1.2), whatever shows beneath it; GOV.UK's script says so at each press. */
function tellPlainly(radio) {
  const unsay = () => radio.removeAttribute('aria-expanded');
  unsay();
  new MutationObserver(unsay).observe(radio, { attributeFilter: ['aria-expanded'] });
}

/** Sends what is written two seconds after a pause, and when a box is left: finished or not. */
function keepDraft(form) {
  const say = speaker(form);
  let kept = written(form);
  let timer = 0;
  let failures = 0;
  let isSending = false;

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  async function save() {
    clearTimeout(timer);
    const words = written(form);
    if (isSending || words === kept) return;
    isSending = true;
    const failure = await send(form, words);
    isSending = false;
    failures = failure ? failures + 1 : 0;
    if (failure) {
      say(failure, true);
      later(Math.min(longestWait, 2_500 * 2 ** failures));
    } else {
      kept = words;
      say(`Saved ${clock.format(new Date()).replace(/\s/g, '').toLowerCase()}`, false);
      if (written(form) !== kept) later(pause);
    }
  }

  form.addEventListener('input', () => later(pause));
  form.addEventListener('change', () => later(pause));
  form.addEventListener('focusout', save);
  form.addEventListener('submit', () => clearTimeout(timer));
  form.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
    event.preventDefault();
    save();
  });
  document.addEventListener('visibilitychange', save);
  addEventListener('pagehide', save);
  addEventListener('online', save);
}

/** Everything in the form except files, as it would be sent. */
function written(form) {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
  return new URLSearchParams(fields).toString();
}

/** Nothing when it was kept, otherwise the sentence that says why not. */
async function send(form, words) {
  if (!navigator.onLine) return offlineWords;
  try {
    const answer = await post(form.dataset.draft, form, {
      body: new URLSearchParams(words),
      // A browser lets a page that is going away send no more than 64 kB.
      keepalive: words.length < 60_000,
      redirect: 'manual',
    });
    if (answer.ok) return undefined;
    if (answer.status === 409) return otherTabWords;
    return answer.status === 401 || answer.type === 'opaqueredirect' ? signedOutWords : failedWords;
  } catch {
    return navigator.onLine ? failedWords : offlineWords;
  }
}

/** Asks in the background, as the page itself would. */
function post(address, form, more) {
  const headers = { accept: 'application/json', 'x-csrf-token': form.elements.csrf?.value ?? '' };
  return fetch(address, { method: 'POST', headers, ...more });
}

/** A line for what is said later, read out when it is. */
function status(className) {
  const line = document.createElement('p');
  line.className = className;
  line.setAttribute('role', 'status');
  return line;
}

/** Shows each message at once, and reads it out when it is news or a minute has gone by. Focus never moves. */
function speaker(form) {
  const shown = document.createElement('p');
  shown.className = 'app-draft';
  shown.setAttribute('aria-hidden', 'true');
  const spoken = status('govuk-visually-hidden');
  const submit = form.querySelector('.govuk-button');
  if (submit) submit.before(shown, spoken);
  else form.append(shown, spoken);
  let lastSpoken = Number.NEGATIVE_INFINITY;
  let hadFailed = false;
  return (words, hasFailed) => {
    shown.textContent = words;
    shown.classList.toggle('app-draft--failed', hasFailed);
    const isNews = hasFailed !== hadFailed;
    hadFailed = hasFailed;
    if (!isNews && performance.now() - lastSpoken < announceEvery) return;
    lastSpoken = performance.now();
    spoken.textContent = words;
  };
}

/** For browsers that cannot size a box to its content by style alone. */
function grow(box) {
  if (CSS.supports('field-sizing', 'content')) return;
  const fit = () => {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 4}px`;
  };
  box.addEventListener('input', fit);
  if (box.value) fit();
}

/** A few words selected among the sentences offered narrow the choice to just those words. */
function pickWords(form) {
  for (const box of form.querySelectorAll('[name=place]')) box.dataset.whole = box.value;
  const chosen = status('app-soft');
  form.querySelector('.govuk-radios')?.after(chosen);
  const sentenceAt = (node) => {
    const label = (node instanceof Element ? node : node.parentElement)?.closest('label');
    return label && form.contains(label) && label.control?.name === 'place' ? label : null;
  };
  const placed = (label, node, offset) => {
    const [, voice, start] = /^(\w+):(\d+)-/.exec(label.control.dataset.whole) ?? [];
    const before = document.createRange();
    before.selectNodeContents(label);
    before.setEnd(node, offset);
    return { voice, at: Number(start) + before.toString().length };
  };
  form.addEventListener('pointerup', () => {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const [first, last] = [sentenceAt(range.startContainer), sentenceAt(range.endContainer)];
    if (!first || !last) return;
    const from = placed(first, range.startContainer, range.startOffset);
    const to = placed(last, range.endContainer, range.endOffset);
    if (from.voice !== to.voice) return;
    first.control.value = `${from.voice}:${from.at}-${to.at}`;
    first.control.checked = true;
    chosen.textContent = `Only these words: “${range.toString().trim()}”`;
  });
  form.addEventListener('change', (event) => {
    if (event.target.name !== 'place' || !getSelection()?.isCollapsed) return;
    event.target.value = event.target.dataset.whole;
    chosen.textContent = '';
  });
}

/** A key in somebody's own telephone: the browser asks it, and the form brings its answer. Without keys, this part stays hidden. */
function useKey(part, form) {
  const isMaking = part.dataset.keyMakes !== undefined;
  const read = isMaking ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON';
  const keys = globalThis.PublicKeyCredential;
  if (!keys?.[read]) return;
  part.hidden = false;
  const said = status('govuk-body');
  part.append(said);
  form.addEventListener('submit', async (event) => {
    if (form.elements.answer.value) return;
    event.preventDefault();
    said.textContent = '';
    try {
      const asked = await post(part.dataset.key, form);
      const publicKey = keys[read]((await asked.json()).options);
      const credential = await navigator.credentials[isMaking ? 'create' : 'get']({ publicKey });
      form.elements.answer.value = JSON.stringify(credential.toJSON());
      form.requestSubmit();
    } catch {
      said.textContent = part.dataset.keyFailed;
    }
  });
}
