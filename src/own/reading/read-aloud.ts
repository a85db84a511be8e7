/**
 * “Read this aloud”: the button shows itself only where the browser has a voice; without script nothing is missing.
 * It reads what the page says piece by piece, for some browsers stop in the middle of a long one.
 * Scripts on a page hold neither `<`, `&` nor double quotes, which rendering would escape.
 */
export const readAloudScript = `
const button = document.querySelector('[data-aloud]');
const voice = globalThis.speechSynthesis;
if (button ? voice : false) {
  const words = { read: button.textContent, stop: button.dataset.aloud };
  const page = button.closest('.app-own');
  let isReading = false;
  const stop = () => { isReading = false; voice.cancel(); button.textContent = words.read; };
  const read = (pieces) => {
    const [piece, ...rest] = pieces;
    if (!isReading) return;
    if (!piece) return stop();
    const said = new SpeechSynthesisUtterance(piece);
    said.lang = page.lang;
    said.rate = 0.9;
    said.onend = () => read(rest);
    said.onerror = stop;
    voice.speak(said);
  };
  const pieces = () => [...page.querySelectorAll('h1, h2, h3, p, li, dt, dd, blockquote')]
    .filter((one) => !one.closest('nav, form, [data-quiet]'))
    .filter((one) => !one.querySelector('p, li, dd, blockquote'))
    .map((one) => one.textContent.trim()).filter(Boolean);
  button.hidden = false;
  button.addEventListener('click', () => {
    if (isReading) return stop();
    isReading = true;
    button.textContent = words.stop;
    read(pieces());
  });
  addEventListener('pagehide', stop);
}`.trim();
