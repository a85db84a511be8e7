/** Boxes to tick with a pen. */
export function Ticks({ legend, choices }: { legend?: string; choices: readonly string[] }) {
  return (
    <p class="app-paper-ticks">
      {legend ? <span>{legend}</span> : null}
      {choices.map((choice) => (
        <span>
          <i /> {choice}
        </span>
      ))}
    </p>
  );
}

/** Room to write in with a pen. */
export function Box({ label, isLine }: { label: string; isLine?: boolean }) {
  return (
    <div class="app-paper-room">
      <p>{label}</p>
      <div class={isLine ? 'app-paper-line' : 'app-paper-box'} />
    </div>
  );
}
